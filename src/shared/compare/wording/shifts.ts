import { sliceRange, type Range, type Report, type Role } from '../../report';
import { placeRows } from '../compare';
import type { Row } from '../comparison';
import { isSameObject } from './same-object';
import { EXTENT, HEDGES, RESOLVE, type Scale } from './scale';
import type { Shift, StrengthQuote } from './trace';

/** Only promises have a strength; a result is what it is. */
const PROMISES: readonly Role[] = ['requirements', 'principles', 'targets', 'plan', 'livelihood'];

/** Below this the two passages may speak of different matters. */
const SAME_MATTER = 0.4;

/** The last report against each earlier one, the nearest first; a passage is reported once. */
export function findShifts(reports: readonly Report[], asked: readonly Role[] = PROMISES): readonly Shift[] {
  const roles = PROMISES.filter((role) => asked.includes(role));
  if (roles.length === 0) return [];
  const last = reports.length - 1;
  const told = new Set<number>();
  return reports
    .slice(0, -1)
    .flatMap((_, index) => shiftsBetween(reports, last - 1 - index, last, roles))
    .filter(({ to }) => {
      const fresh = !told.has(to.passage.start);
      told.add(to.passage.start);
      return fresh;
    });
}

function shiftsBetween(
  reports: readonly Report[],
  from: number,
  to: number,
  roles: readonly Role[],
): readonly Shift[] {
  const [left, right] = [reports[from], reports[to]];
  if (!left || !right) return [];
  return placeRows(left, right, roles).flatMap((row) => {
    const comparable = row.kind === 'text' && row.left && row.right && row.similarity >= SAME_MATTER;
    if (!comparable || row.relation === 'same') return [];
    const quote = (report: number, side: 'left' | 'right', found: Found | null): StrengthQuote =>
      strengthQuote(report, row, side, found);
    const [l, r] = [sliceRange(left.clean, row.left), sliceRange(right.clean, row.right)];
    const change = compareStrength(l, r);
    if (!change) return [];
    return [
      {
        direction: change.direction,
        from: quote(from, 'left', change.from),
        to: quote(to, 'right', change.to),
      },
    ];
  });
}

/** Words found in a passage, with their places in it, and their step on the scale. */
interface Found {
  readonly words: readonly Word[];
  readonly step: number;
}

interface Word {
  readonly at: number;
  readonly text: string;
}

interface Change {
  readonly direction: Shift['direction'];
  readonly from: Found | null;
  readonly to: Found | null;
}

function compareStrength(left: string, right: string): Change | null {
  return (
    compareOn(findStrongest(left, EXTENT), findStrongest(right, EXTENT)) ??
    compareOpenings(findOpenings(left, RESOLVE), findOpenings(right, RESOLVE)) ??
    compareHedges(left, right)
  );
}

function compareOn(from: Found | null, to: Found | null): Change | null {
  if (!from || !to || from.step === to.step) return null;
  return { direction: from.step < to.step ? 'stronger' : 'weaker', from, to };
}

/** One side leaves room and the other does not, and nothing else tells how firmly either speaks. */
function compareHedges(left: string, right: string): Change | null {
  const [from, to] = [findHedge(left), findHedge(right)];
  return (from === null) === (to === null) ? null : { direction: 'unsure', from, to };
}

function findHedge(text: string): Found | null {
  const words = [...text.matchAll(new RegExp(HEDGES.join('|'), 'g'))];
  return words.length > 0
    ? { words: words.map((word) => ({ at: word.index, text: word[0] })), step: 0 }
    : null;
}

/** A word a clause opens with, and what it governs. */
interface Opening extends Found {
  readonly object: string;
}

/** The first two openings that govern one thing and are not equally firm. */
function compareOpenings(from: readonly Opening[], to: readonly Opening[]): Change | null {
  for (const one of from)
    for (const other of to)
      if (isSameObject(one.object, other.object)) {
        const change = compareOn(one, other);
        if (change) return change;
      }
  return null;
}

/** The words clauses open with; 谋划推动 is no firmer than its first word. */
function findOpenings(text: string, { steps }: Scale): readonly Opening[] {
  const words = steps.flatMap((step, index) => step.map((word) => ({ word, step: index })));
  const longestFirst = words.toSorted((a, b) => b.word.length - a.word.length);
  const pattern = longestFirst.map(({ word }) => word).join('|');
  return [...text.matchAll(new RegExp(`(?:^|[，,；;。：:])\\s*((?:${pattern})+)([^，,；;。：:]*)`, 'g'))].map(
    (match) => {
      const [whole, run = '', object = ''] = match;
      const first = longestFirst.find(({ word }) => run.startsWith(word));
      const at = match.index + whole.length - object.length - run.length;
      return { words: [{ at, text: run }], step: first?.step ?? 0, object };
    },
  );
}

function findStrongest(text: string, { steps }: Scale): Found | null {
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const match = new RegExp((steps[step] ?? []).join('|')).exec(text);
    if (match) return { words: [{ at: match.index, text: match[0] }], step };
  }
  return null;
}

function strengthQuote(
  report: number,
  row: Omit<Row, 'words'>,
  side: 'left' | 'right',
  found: Found | null,
): StrengthQuote {
  const passage: Range = row[side] ?? { start: 0, end: 0 };
  const section = (side === 'left' ? row.leftSection : row.rightSection) ?? 0;
  const words = found?.words ?? [];
  const ranges = words.map(({ at, text }) => ({
    start: passage.start + at,
    end: passage.start + at + text.length,
  }));
  return { report, word: words.map(({ text }) => text).join('……'), ranges, passage, section };
}
