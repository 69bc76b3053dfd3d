export { containerOf, holdsWideName } from './detect';
export { differencesOf, type TextDifference } from './differences';
export { REFUSALS } from './faults';
export { guessMeta, type StatedFacts } from './guess';
export * from './imported-file';
export { likenessOf, type TextLikeness } from './likeness';
export { isMime, mimeParts, quotedPrintable, type MimePart } from './mime';
export { withoutFurniture } from './paragraphs';
export { mapRadicals } from './radicals';
export { RepairList } from './repairs';
export { readRtf } from './rtf';
export {
  offerOf,
  reportsOf,
  TABLE_COLUMNS,
  wishedColumns,
  type TableColumns,
  type TableOffer,
  type TableRows,
  type TableWish,
} from './table';
export { pdfText } from './pdf-text';
export type { PdfItem, PdfPage } from './pdf-lines';
