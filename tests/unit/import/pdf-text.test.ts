import { expect, test } from 'vitest';
import { pdfText, RepairList, type PdfItem, type PdfPage } from '../../../src/shared/import';

const SIZE = 12;
const at = (text: string, x: number, y: number, size = SIZE): PdfItem => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
});
const page = (items: readonly PdfItem[]): PdfPage => ({ width: 600, height: 800, items });

/** A paragraph of full lines of so many characters and one short line, its first line set in by two. */
const paragraphOf = (sign: string) => ({
  lines: [sign.repeat(18), sign.repeat(20), `${sign.repeat(6)}。`],
  whole: `${sign.repeat(44)}。`,
});
const PARAGRAPHS = ['甲', '乙', '丙', '丁', '戊', '己'].map(paragraphOf);

function column(left: number, top: number, paragraphs: typeof PARAGRAPHS): PdfItem[] {
  let y = top;
  return paragraphs.flatMap(({ lines }) =>
    lines.map((text, index) => at(text, index === 0 ? left + 2 * SIZE : left, (y -= 20))),
  );
}

test('paragraphs are told by their first lines, over the end of a page; heads and numbers leave', () => {
  const repairs = new RepairList();
  const pages = [0, 2, 4]
    .map((from) => PARAGRAPHS.slice(from, from + 2))
    .map((own, index) =>
      page([
        at('溪口县政府工作报告', 200, 780, 9),
        ...column(60, 740, own),
        at(`— ${String(index + 1)} —`, 280, 30, 9),
      ]),
    );
  const text = pdfText(pages, repairs)
    .split('\n')
    .map((line) => line.trim());
  expect(text).toEqual(PARAGRAPHS.map(({ whole }) => whole));
  expect(repairs.list.find(({ kind }) => kind === 'page-head')?.count).toBe(6);
});

test('columns are read one after the other, a headline over them first', () => {
  const repairs = new RepairList();
  const [left, right] = [PARAGRAPHS.slice(0, 3), PARAGRAPHS.slice(3)];
  const items = [
    at('溪口县二〇三一年政府工作报告要点', 160, 780, 16),
    ...column(40, 740, left),
    ...column(310, 740, right),
  ];
  const text = pdfText([page(items)], repairs)
    .split('\n')
    .map((line) => line.trim());
  expect(text).toEqual(['溪口县二〇三一年政府工作报告要点', ...PARAGRAPHS.map(({ whole }) => whole)]);
  expect(repairs.list.map(({ kind }) => kind)).toEqual(['columns', 'joined']);
});

test('a meeting set in two lines is one, and a button below the last line is none of its text', () => {
  const repairs = new RepairList();
  const whole = '丙'.repeat(18);
  const items = [
    at('——2031年1月9日在溪口县第九届人民代表大会第一次会议', 120, 780),
    at('上', 294, 760),
    ...column(60, 740, PARAGRAPHS.slice(0, 4)),
    at(`${whole}乙。`, 60 + 2 * SIZE, 460),
    // As a browser writes it into the text of a PDF.
    at('扫⼀扫在⼿机打开当前⻚', 60, 440),
  ];
  const text = pdfText([page(items)], repairs)
    .split('\n')
    .map((line) => line.trim());
  expect(text[0]).toBe('——2031年1月9日在溪口县第九届人民代表大会第一次会议上');
  expect(text.slice(-2)).toEqual([`${whole}乙。`, '扫一扫在手机打开当前页']);
});

test('a column of short paragraphs, more of its lines set in than not, is parted at each of them', () => {
  const short = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((sign, index) => ({
    lines: index % 4 === 0 ? [sign.repeat(18), sign.repeat(20)] : [sign.repeat(18)],
    whole: sign.repeat(index % 4 === 0 ? 38 : 18),
  }));
  const text = pdfText([page(column(60, 740, short))], new RepairList())
    .split('\n')
    .map((line) => line.trim());
  expect(text).toEqual(short.map(({ whole }) => whole));
});

test('the last page of a few rows has the columns of the pages before it', () => {
  const [left, right] = [PARAGRAPHS.slice(0, 3), PARAGRAPHS.slice(3)];
  const full = [...column(40, 740, left), ...column(310, 740, right)];
  const rest = [...column(40, 740, [paragraphOf('庚')]), ...column(310, 740, [paragraphOf('辛')])];
  const text = pdfText([page(full), page(rest)], new RepairList())
    .split('\n')
    .map((line) => line.trim());
  expect(text.slice(6)).toEqual([paragraphOf('庚').whole, paragraphOf('辛').whole]);
});

test('signs that a font draws with another’s glyph are the ones that were typed, each listed', () => {
  const repairs = new RepairList();
  const items = [
    at('三星堆―金沙 2024―2027年 每人∕年 5〜6万\u2329规划\u232a㬵州 ⸺请审议。', 60, 740),
    at('末', 60, 720),
  ];
  expect(pdfText([page(items)], repairs)).toContain(
    '三星堆—金沙 2024—2027年 每人／年 5～6万〈规划〉胶州 ——请审议。',
  );
  expect(repairs.list.find(({ kind }) => kind === 'radical')?.texts).toEqual([
    '―→—',
    '∕→／',
    '〜→～',
    '\u2329→〈',
    '\u232a→〉',
    '㬵→胶',
    '⸺→——',
  ]);
});

test('where nothing is set in, a numbered head after a full last line begins a paragraph', () => {
  const full = (sign: string, end: string): string => `${sign.repeat(39)}${end}`;
  const lines = [
    full('甲', '甲'),
    full('甲', '。'),
    `（二）${full('乙', '').slice(0, 37)}`,
    full('乙', '。'),
    `三、${full('丙', '').slice(0, 38)}`,
    // Within a sentence a number begins nothing.
    `（一）${full('丙', '').slice(0, 36)}。`,
    // Nor do years and amounts after one.
    `2031年${full('丁', '').slice(0, 34)}。`,
  ];
  const items = lines.map((line, index) => at(line, 40, 740 - index * 20));
  const text = pdfText([page(items)], new RepairList())
    .split('\n')
    .map((line) => line.trim());
  expect(text).toEqual([lines.slice(0, 2).join(''), lines.slice(2, 4).join(''), lines.slice(4).join('')]);
});
