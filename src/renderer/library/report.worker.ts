import { serveHere } from '../rpc';
import type { ReportContract } from './report-protocol';
import { createReportService } from './report-service';

/**
 * This program's own file name tells its content (`report.worker-BL59JsPh.js`), and the content is the rules. A
 * development server gives no such name.
 */
const rules = /-[\w-]{8,}\.js$/.test(self.location.pathname) ? self.location.pathname : null;

/** Parses and indexes reports off the main thread. */
serveHere<ReportContract>(createReportService(rules));
