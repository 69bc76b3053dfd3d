import type { BackupTools } from '../../shared/host/backup-file';
import { sha256Of } from '../digest/sha256';

/** The browser's own digest, and a pause in which the page can paint. */
export const backupTools: BackupTools = {
  digest: sha256Of,
  rest: () => new Promise((resolve) => setTimeout(resolve)),
};
