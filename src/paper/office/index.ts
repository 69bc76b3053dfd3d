import type { Sheet } from '../../shared/sheet';
import { makeCsv } from './csv';
import { makeDocx } from './docx';
import { makeXlsx } from './xlsx';

/** Files made of the sheet itself, without its pages. */
export type OfficeFormat = 'docx' | 'xlsx' | 'csv';

interface OfficeMaker {
  readonly mime: string;
  readonly make: (sheet: Sheet) => Promise<Uint8Array>;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** How each file is made. */
export const OFFICE: Readonly<Record<OfficeFormat, OfficeMaker>> = {
  docx: { mime: `${OPEN_XML}.wordprocessingml.document`, make: makeDocx },
  xlsx: { mime: `${OPEN_XML}.spreadsheetml.sheet`, make: makeXlsx },
  csv: { mime: 'text/csv;charset=utf-8', make: makeCsv },
};
