import type { Sheet } from '../../shared/sheet';
import { makeCsv } from './csv';
import { makeDocx } from './docx';
import { OFFICE_MIME, type OfficeFormat } from './formats';
import { makeXlsx } from './xlsx';

export type { OfficeFormat } from './formats';

interface OfficeMaker {
  readonly mime: string;
  readonly make: (sheet: Sheet) => Promise<Uint8Array>;
}

/** How each file is made. */
export const OFFICE: Readonly<Record<OfficeFormat, OfficeMaker>> = {
  docx: { mime: OFFICE_MIME.docx, make: makeDocx },
  xlsx: { mime: OFFICE_MIME.xlsx, make: makeXlsx },
  csv: { mime: OFFICE_MIME.csv, make: makeCsv },
};
