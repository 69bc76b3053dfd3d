/** Files made of a sheet itself, without its pages. */
export type OfficeFormat = 'docx' | 'xlsx' | 'csv';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** What each kind of file is called where types are told. */
export const OFFICE_MIME: Readonly<Record<OfficeFormat, string>> = {
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  csv: 'text/csv;charset=utf-8',
};
