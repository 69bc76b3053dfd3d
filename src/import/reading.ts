import type { FileFormat, RepairList } from '../shared/import';

/** What a reader of one format hands on: paragraphs one a line, and what is known of the file. */
export interface Reading {
  readonly text: string;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly pages: number | null;
  readonly warnings: readonly string[];
}

/** What a reader is given besides the bytes. */
export interface ReadingContext {
  /** As the fault names the file. */
  readonly subject: string;
  readonly repairs: RepairList;
  readonly mostBytes: number;
  readonly characterMaps: string;
  /** What opens a locked PDF. */
  readonly password: string | null;
  /** Told which page of how many is read. */
  readonly onPage: (page: number, pages: number) => void;
}
