import { readFileSync } from 'node:fs';
import type { Comparison, Row } from '../../../src/shared/compare';
import type { Range, Report } from '../../../src/shared/report';

/** Hand-judged pairs: [left passage, right passage, or null where the right report says nothing of it]. */
export interface AlignmentFixture {
  readonly left: string;
  readonly right: string;
  readonly pairs: readonly (readonly [string, string | null])[];
}

export const readFixture = (name: string): AlignmentFixture =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'),
  ) as AlignmentFixture;

export interface Score {
  /** Hand-judged pairs found, of those there are. */
  readonly recall: number;
  /** Pairs the program made of the judged passages that a reader made too. */
  readonly precision: number;
  /** Judged passages, gaps included, that are right. */
  readonly accuracy: number;
  readonly judged: number;
  readonly pairs: number;
  readonly wrong: readonly string[];
}

/** Letters and figures only, with the offset of each: sources differ in marks and spaces. */
function bare(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let kept = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at).normalize('NFKC');
    if (!/[\p{L}\p{N}%]/u.test(char)) continue;
    kept += char;
    for (let part = 0; part < char.length; part += 1) offsets.push(at);
  }
  return { text: kept, offsets };
}

/** All places of a quotation in a clean text; throws where there is none, for then the fixture is wrong. */
function placesOf(clean: string, quote: string): readonly Range[] {
  const [hay, needle] = [bare(clean), bare(quote).text];
  const places: Range[] = [];
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1)) {
    places.push({ start: hay.offsets[at] ?? 0, end: (hay.offsets[at + needle.length - 1] ?? 0) + 1 });
  }
  if (places.length === 0) throw new Error(`not in the text: ${quote}`);
  return places;
}

const overlap = (a: Range, b: Range): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** A judged passage may reach over two clauses; a row with this much of it speaks of it. */
const SHARE = 1 / 3;

const speaksOf = (range: Range | null, place: Range): boolean =>
  range !== null && overlap(range, place) >= SHARE * (place.end - place.start);

/** Compares a program's rows with a reader's pairs. A passage that stands twice counts as found at either place. */
export function scoreAlignment(
  fixture: AlignmentFixture,
  left: Report,
  right: Report,
  { rows }: Comparison,
): Score {
  const judge = (quote: string): readonly Row[] =>
    placesOf(left.clean, quote).flatMap((place) => rows.filter((row) => speaksOf(row.left, place)));
  const supported = new Set<Row>();
  const verdicts = fixture.pairs.map(([l, r]) => {
    const found = judge(l);
    const hit = r === null ? undefined : found.find((row) => holds(row, right, r));
    if (hit) supported.add(hit);
    return { l, r, found, hit };
  });
  const wrong: string[] = [];
  let [made, right_] = [0, 0];
  let good = 0;
  for (const { l, r, found, hit } of verdicts) {
    const paired = found.filter((row) => row.right !== null);
    // A clause without counterpart may share the row of its sentence with one that a reader paired.
    const fine = hit !== undefined || paired.length === 0 || paired.every((row) => supported.has(row));
    if (paired.length > 0) made += 1;
    if (paired.length > 0 && fine) right_ += 1;
    const correct = r === null ? fine : hit !== undefined;
    if (correct) good += 1;
    else
      wrong.push(
        `${l} -> ${r ?? '（无）'}; got ${paired.map((row) => textOf(right, row)).join(' / ') || '（无）'}`,
      );
  }
  const pairs = fixture.pairs.filter(([, r]) => r !== null).length;
  const found = verdicts.filter(({ hit }) => hit).length;
  return {
    recall: found / pairs,
    precision: right_ / made,
    accuracy: good / verdicts.length,
    judged: verdicts.length,
    pairs,
    wrong,
  };
}

const textOf = ({ clean }: Report, { right }: Row): string =>
  right ? clean.slice(right.start, right.end) : '';

const holds = (row: Row, report: Report, quote: string): boolean =>
  placesOf(report.clean, quote).some((place) => speaksOf(row.right, place));
