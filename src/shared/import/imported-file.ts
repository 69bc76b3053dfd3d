import type { Result } from '../fault';
import type { Genre } from '../report';

/** Formats that can be read; told by a file's content, never by its name. */
export const FILE_FORMATS = [
  'text',
  'markdown',
  'rtf',
  'docx',
  'doc',
  'pdf',
  'html',
  'mht',
  'csv',
  'xlsx',
  'zip',
] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

/** The words the interface uses for a format. */
export const FORMAT_LABELS: Readonly<Record<FileFormat, string>> = {
  text: '纯文本',
  markdown: 'Markdown',
  rtf: 'RTF',
  docx: 'Word 文档',
  doc: '旧版 Word 文档',
  pdf: 'PDF',
  html: '网页',
  mht: '存档网页',
  csv: 'CSV 表格',
  xlsx: 'Excel 表格',
  zip: '压缩包',
};

/** A file as it was handed over. */
export interface FileInput {
  /** Name with the folders it was found in, parted by `/`: `2024/内江.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a source text comes from. */
export interface Origin {
  /** Name as handed over; a member of an archive or a row of a table stands behind `›`: `报告.zip › 2024/内江.docx`. */
  readonly name: string;
  /** Format of the innermost file. */
  readonly format: FileFormat;
  /** Name of the encoding of a text, as the Encoding Standard writes it; null for formats that have none of their own. */
  readonly encoding: string | null;
  /** Length of the innermost file in bytes. */
  readonly size: number;
  /** Number of pages of a PDF, else null. */
  readonly pages: number | null;
}

/** What an importer takes out or mends between the file and the source text. */
export const REPAIR_KINDS = [
  'page-head',
  'print-line',
  'furniture',
  'radical',
  'columns',
  'joined',
  'apart',
  'unreadable',
] as const;

export type RepairKind = (typeof REPAIR_KINDS)[number];

/** The words the interface uses for a repair. */
export const REPAIR_LABELS: Readonly<Record<RepairKind, string>> = {
  'page-head': '页眉页脚',
  'print-line': '打印页的网址和日期',
  furniture: '网站栏目和按钮',
  radical: '部首字、同形字换成常用字',
  columns: '分栏重新排序',
  joined: '断开的行接成一段',
  apart: '脚注、尾注等另放的文字',
  unreadable: '读不出的字节',
};

/** One kind of repair and all it concerned; none is made without being listed. */
export interface Repair {
  readonly kind: RepairKind;
  /** How many times it was made. */
  readonly count: number;
  /** What was taken out, or what became what (`⽣→生`): every different text once, in order. */
  readonly texts: readonly string[];
}

/** What a guess rests on: the text itself, the document's own properties, the file's name, its folder, or the reader's word. */
export type GuessBasis = 'text' | 'document' | 'file-name' | 'folder' | 'reader';

/** A fact about a report with the words that tell it. */
export interface Guess<T> {
  readonly value: T;
  readonly basis: GuessBasis;
  /** Words of the text or of the name, as they stand there. */
  readonly evidence: string;
  /** False where the reader should be asked. */
  readonly sure: boolean;
}

/** What a file tells of its report; null where nothing tells it. */
export interface MetaGuesses {
  readonly title: Guess<string> | null;
  readonly place: Guess<string> | null;
  readonly year: Guess<number> | null;
  /** ISO 8601. */
  readonly date: Guess<string> | null;
  readonly speaker: Guess<string> | null;
  readonly genre: Guess<Genre> | null;
}

/** A report's source text with all that is known of how it came out of its file. */
export interface ImportedFile {
  /** Source text, the ground truth of every position from here on. */
  readonly raw: string;
  readonly origin: Origin;
  readonly guesses: MetaGuesses;
  readonly repairs: readonly Repair[];
  /** Chinese sentences on what the reader should know: tracked changes, text boxes, bytes that could not be read. */
  readonly warnings: readonly string[];
}

/** What became of one file, or of one member of an archive or row of a table. */
export interface ImportOutcome {
  /** As `Origin.name`. */
  readonly name: string;
  readonly result: Result<ImportedFile>;
}
