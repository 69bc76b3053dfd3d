import {
  cellText,
  type Chart,
  type DataPoint,
  type Footnote,
  type Sheet,
  type TablePart,
} from '../../shared/sheet';

import { spreadMatrix } from './spread-matrix';

/** A value of a spreadsheet: text, an exact number, or nothing. */
export type SpreadCell = string | number | null;

/** One table as a spreadsheet has it. */
export interface Spread {
  readonly name: string;
  /** What stands over it; may be empty. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SpreadCell[])[];
}

/** Characters that no XML can hold; a reader's note may, by way of the clipboard. */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as an office file can hold it: without control characters and halves of pairs of surrogates. */
export const officeText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').replace(HALVES, '');

/** All that a sheet has to say, table by table, with its sources last. */
export function spreadsOf(sheet: Sheet): readonly Spread[] {
  const tables = sheet.parts.flatMap((part): readonly Spread[] => {
    if (part.kind === 'charts') return [spreadCharts(part.title, part.charts)];
    if (part.kind === 'matrix' && part.data.length > 0) return [spreadMatrix(part)];
    if (part.kind !== 'notes') return [spreadTable(part)];
    const rows = part.notes.flatMap(({ quotes, text, tags, colour, date }) =>
      (quotes.length > 0 ? quotes : [{ text: '', footnote: null }]).map((quote) => [
        quote.text,
        text,
        tags.join('、'),
        colour,
        date,
        quote.footnote,
      ]),
    );
    const head = ['引文', '批注', '标签', '颜色', '日期', '出处'];
    return [{ name: part.title, caption: `${part.notes.length} 条`, head, rows }];
  });
  const points = sheet.parts.flatMap((part) => ('data' in part ? part.data : []));
  const sources = new Map(sheet.footnotes.map((footnote) => [footnote.number, footnote]));
  return [
    ...(sheet.notices.length > 0 ? [spreadNotices(sheet.notices)] : []),
    ...tables,
    ...(points.length > 0 ? [spreadPoints(points, sources)] : []),
    ...(sheet.footnotes.length > 0 ? [spreadSources(sheet.footnotes)] : []),
  ];
}

const spreadNotices = (notices: readonly string[]): Spread => ({
  name: '说明',
  caption: '',
  head: ['说明'],
  rows: notices.map((notice) => [notice]),
});

const spreadTable = ({ title, caption, table }: TablePart): Spread => ({
  name: title === '' ? '正文' : title,
  caption,
  head: table.columns.map((column) => [column.title, column.caption].filter((text) => text !== '').join(' ')),
  rows: table.rows.map((row) => (row.kind === 'group' ? [row.title] : row.cells.map(cellText))),
});

const POINT_HEAD = [
  '领域',
  '指标',
  '地区',
  '年份',
  '性质',
  '数值',
  '印出的数',
  '单位',
  '说明',
  '存疑',
  '出处',
  '报告',
  '章节',
  '原句',
];

/** One row a figure: the number for sums, the text as printed beside it. */
function spreadPoints(points: readonly DataPoint[], sources: ReadonlyMap<number, Footnote>): Spread {
  const rows = points.map((point) => {
    const { topic, indicator, place, year, kind, number, text, unit, remarks, doubt, footnote } = point;
    const source = sources.get(footnote);
    const where = [source?.source ?? '', source?.section ?? '', source?.sentence ?? ''];
    return [topic, indicator, place, year, kind, number, text, unit, remarks, doubt, footnote, ...where];
  });
  return { name: '数据', caption: '每个数一行；界限、区间没有确数，只有印出的数', head: POINT_HEAD, rows };
}

const spreadSources = (footnotes: readonly Footnote[]): Spread => ({
  name: '出处',
  caption: '编号即各表里〔〕中的数',
  head: ['编号', '报告', '年份', '章节', '原句', '存疑'],
  rows: footnotes.map(({ number, source, year, section, sentence, doubt }) => [
    number,
    source,
    year,
    section,
    sentence,
    doubt ?? '',
  ]),
});

const spreadCharts = (name: string, charts: readonly Chart[]): Spread => ({
  name,
  caption: '每个点一行',
  head: ['指标', '年份', '性质', '数', '存疑'],
  rows: charts.flatMap(({ title, years, results, targets, absences }) =>
    years.flatMap((year, at) => {
      const [result, target] = [results[at], targets[at]];
      const of = (kind: string, point: typeof result) =>
        point ? [[title, year, kind, point.text, point.doubtful ? '存疑' : '']] : [];
      const told = [...of('结果', result), ...of('目标', target)];
      return told.length > 0 ? told : [[title, year, absences[at] ?? '', '', '']];
    }),
  ),
});
