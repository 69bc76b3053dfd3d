import { judgementWords, type Annotation } from '../report';
import { UNDESCRIBED, type DescribeReport } from './describe';
import { beijingMinute } from './beijing-time';
import { passage } from './listing';

/** Excel and WPS read a CSV as UTF-8 only where it begins with a byte order mark. */
const BOM = '\uFEFF';

/** What a spreadsheet may read as the beginning of a formula, full-width forms too, wherever spaces stand before it. */
const FORMULA = /^(?:[\t\r\0]|\s*[=+\-@＝＋－＠\t\r\0])/;

/**
 * One cell, always in quotes, since the separator differs by country. An apostrophe goes before what a spreadsheet
 * could read as a formula, and before an apostrophe: who reads the file again takes one leading apostrophe away.
 */
export const csvCell = (text: string): string => {
  const guarded = FORMULA.test(text) || text.startsWith("'") ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
};

const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Writes rows of words for a spreadsheet, the whole text of a `.csv` file. */
export const csvText = (rows: readonly (readonly string[])[]): string => BOM + rows.map(csvRow).join('');

const COLUMNS = [
  '报告',
  '年份',
  '章节',
  '引文',
  '原句',
  '批注',
  '更正结论',
  '标签',
  '颜色',
  '下划线',
  '建立',
  '修改',
  '编号',
];

/** One row a passage; a note without passages has one row all the same. */
function* rowsOf(annotation: Annotation, describe: DescribeReport): Generator<readonly string[], void> {
  const { id, body, created, modified } = annotation;
  const facts = [
    body.text,
    judgementWords(body) ?? '',
    body.tags.join('、'),
    body.colour,
    body.underline ? '是' : '',
    beijingMinute(created),
    beijingMinute(modified),
    id,
  ];
  if (annotation.targets.length === 0) yield ['', '', '', '', '', ...facts];
  for (const target of annotation.targets) {
    const { report, section, quote, before, after } = passage(target, describe);
    const year = describe(target.report)?.year ?? '';
    yield [report, String(year), section, quote, before + quote + after, ...facts];
  }
}

/** The text of a `.csv` file, piece by piece: byte order mark, a head row, one row a passage; RFC 4180 with CRLF. */
export function* csvPieces(
  annotations: readonly Annotation[],
  describe: DescribeReport = UNDESCRIBED,
): Generator<string, void> {
  yield BOM + csvRow(COLUMNS);
  for (const annotation of annotations) for (const row of rowsOf(annotation, describe)) yield csvRow(row);
}

/** Notes for a spreadsheet, the whole text of a `.csv` file; no cell of it opens as a formula. */
export const toCsv = (annotations: readonly Annotation[], describe?: DescribeReport): string =>
  [...csvPieces(annotations, describe)].join('');
