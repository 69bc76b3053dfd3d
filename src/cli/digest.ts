import { createHash } from 'node:crypto';

/** SHA-256 in hex; text as UTF-8. */
export const sha256Of = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
