import type { BackupTools } from '../../shared/host/backup-file';

/** The browser's own digest, and a pause in which the page can paint. */
export const backupTools: BackupTools = {
  digest: async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  rest: () => new Promise((resolve) => setTimeout(resolve)),
};
