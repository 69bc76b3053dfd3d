import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { readCatalog } from '../../shared/report/catalog';
import { shortName, type CatalogEntry } from '../../shared/report';
import {
  describedReport,
  describeReports,
  type DescribeReport,
  type DescribedReport,
} from '../../shared/exchange';

const catalogIn = async (folder: string): Promise<readonly CatalogEntry[]> => {
  try {
    const catalog = readCatalog(JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8')));
    return catalog.ok ? catalog.value : [];
  } catch {
    return [];
  }
};

/** A report as it was published with the program; a text that is gone or changed is not read, only named. */
const open = async (folder: string, entry: CatalogEntry): Promise<DescribedReport | null> => {
  try {
    const bytes = await readFile(join(folder, entry.file));
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) return null;
    await breathe();
    return describedReport(entry, bytes.toString('utf8'));
  } catch {
    return null;
  }
};

/**
 * What the bundled reports with these ids are called, and the headings over their passages. Read anew each time and
 * not kept: it is asked for once a snapshot. Without the catalogue or a text the notes are still there, under the
 * reports' ids or without headings.
 */
export const describeFrom =
  (folder: string) =>
  async (ids: ReadonlySet<string>): Promise<DescribeReport> => {
    const entries = (await catalogIn(folder)).filter(({ id }) => ids.has(id));
    const names = new Map(entries.map((entry) => [entry.id, shortName(entry)]));
    const reports: DescribedReport[] = [];
    for (const entry of entries) {
      const report = await open(folder, entry);
      if (report) reports.push(report);
    }
    const described = describeReports(reports, ({ id }) => names.get(id) ?? id);
    const named = new Map(
      entries.map((entry) => [
        entry.id,
        {
          name: shortName(entry),
          title: entry.title,
          place: entry.place,
          year: entry.year,
          sectionPath: () => '',
        },
      ]),
    );
    return (id) => described(id) ?? named.get(id) ?? null;
  };
