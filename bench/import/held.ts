import { extractObservations } from '../../src/shared/figures';
import type { ImportedFile } from '../../src/shared/import';
import { parseReport, rangeToRaw } from '../../src/shared/parse';
import type { Range, Report } from '../../src/shared/report';

/** What a file gave, held against the plain text of the same report. */
export interface Held {
  /** Share of the paragraphs of the text that stand whole in what was read. */
  readonly whole: number;
  readonly paragraphs: number;
  /** F1 of the observations. */
  readonly numbers: number;
  readonly furniture: readonly string[];
  readonly radicals: number;
  readonly missing: readonly string[];
}

const FURNITURE =
  /无障碍|首页 ?>|打印|分享到|浏览次数|责任编辑|上一篇|下一篇|备案|网站标识码|扫一扫|https?:\/\//;
/** A paragraph of this many characters is nowhere else in the text by accident. */
const UNMISTAKABLE = 40;

const compact = (text: string): string => text.replace(/[\s\u200b\u3000]/g, '');
const paragraphsOf = ({ clean, paragraphs }: Report): readonly string[] =>
  paragraphs
    .map(({ range }) => compact(clean.slice(range.start, range.end)))
    .filter((text) => text.length >= 2);

const numbersOf = (report: Report): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { name, value, unit, measure, bound, kind, period } of extractObservations(report)) {
    const key = [name, String(value), unit, measure, bound, kind, period].join('|');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

const f1 = (a: Map<string, number>, b: Map<string, number>): number => {
  const size = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  const same = [...a].reduce((sum, [key, count]) => sum + Math.min(count, b.get(key) ?? 0), 0);
  return size(a) + size(b) === 0 ? 1 : (2 * same) / (size(a) + size(b));
};

/** The text as far as the file holds it: it may break off, and what then follows is not looked for; all before is. */
const stretchOf = (whole: Report, raw: string): Report => {
  const isThere = (text: string): boolean =>
    text.length >= UNMISTAKABLE && (raw.includes(text.slice(0, 20)) || raw.includes(text.slice(-20)));
  const textOf = ({ start, end }: Range): string => compact(whole.clean.slice(start, end));
  const last = whole.paragraphs.findLast(({ range }) => isThere(textOf(range)));
  if (!last) return whole;
  const { end } = rangeToRaw(whole, last.range);
  return parseReport({ id: whole.id, raw: whole.raw.slice(0, end) }, whole.meta);
};

/** Holds a reading against the plain text of its report. */
export const heldAgainst = (
  { raw }: ImportedFile,
  text: string,
  known: { readonly place: string; readonly year: number },
): Held => {
  const got = parseReport({ id: 'a', raw }, known);
  const own = new Set(paragraphsOf(got));
  const wanted = stretchOf(parseReport({ id: 'a', raw: text }, known), compact(raw));
  const all = paragraphsOf(wanted);
  const missing = all.filter((paragraph) => !own.has(paragraph));
  return {
    whole: 1 - missing.length / Math.max(1, all.length),
    paragraphs: all.length,
    numbers: f1(numbersOf(wanted), numbersOf(got)),
    furniture: got.clean.split('\n').filter((line) => line.length < 100 && FURNITURE.test(line)),
    radicals: raw.match(/[\u2e80-\u2ef3\u2f00-\u2fd5]/g)?.length ?? 0,
    missing,
  };
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** One line of figures. */
export const heldLine = ({ whole, paragraphs, numbers, furniture, radicals }: Held): string =>
  [
    `段 ${percent(whole)}（${paragraphs}）`,
    `数 ${percent(numbers)}`,
    `部首 ${radicals}`,
    `杂 ${furniture.length}`,
  ].join('\t');
