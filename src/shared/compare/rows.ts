import type { Range } from '../report';
import type { ChangedWords, Relation, Row } from './comparison';
import type { UnitRun, Span } from './runs';
import type { Side, Unit } from './unit';
import { diffWords, NO_WORDS } from './words';

/** A run as a row: its relation, its ranges and the words that differ. */
export function makeRow(left: Side, right: Side, run: UnitRun): Row {
  const [l, r] = unitsOf(left, right, run);
  const row = placeRow(left, right, run);
  const differ = l && r && keyOf(l) !== keyOf(r) ? changedWords(left, l, right, r) : NO_WORDS;
  return { ...row, words: differ };
}

const unitsOf = (
  left: Side,
  right: Side,
  run: UnitRun,
): readonly [readonly Unit[] | null, readonly Unit[] | null] => [
  run.left && sliceUnits(left, run.left),
  run.right && sliceUnits(right, run.right),
];

/** The same without the words, which take longer to find than all the rest. */
export function placeRow(left: Side, right: Side, run: UnitRun): Omit<Row, 'words'> {
  const [l, r] = unitsOf(left, right, run);
  const equal = l !== null && r !== null && keyOf(l) === keyOf(r);
  const first = l?.[0] ?? r?.[0];
  return {
    kind: first?.kind ?? 'text',
    relation: relationOf(run, equal),
    left: l && rangeOf(l),
    right: r && rangeOf(r),
    leftSection: l?.[0]?.section ?? null,
    rightSection: r?.[0]?.section ?? null,
    similarity: equal ? 1 : run.likeness,
  };
}

/** Clauses equal at either end are left out: looking up words is what a comparison spends most time on. */
function changedWords(left: Side, l: readonly Unit[], right: Side, r: readonly Unit[]): ChangedWords {
  const most = Math.min(l.length, r.length);
  let head = 0;
  while (head < most && l[head]?.key === r[head]?.key) head += 1;
  let tail = 0;
  while (tail < most - head && l.at(-1 - tail)?.key === r.at(-1 - tail)?.key) tail += 1;
  const inner = (units: readonly Unit[]): Range => coreOf(units.slice(head, units.length - tail));
  return diffWords(left.report.clean, inner(l), right.report.clean, inner(r));
}

const sliceUnits = ({ units }: Side, { first, end }: Span): readonly Unit[] => units.slice(first, end);

const keyOf = (units: readonly Unit[]): string => units.map(({ key }) => key).join('');

function relationOf({ left, right, moved }: UnitRun, equal: boolean): Relation {
  if (right === null) return 'only-left';
  if (left === null) return 'only-right';
  if (moved) return 'moved';
  return equal ? 'same' : 'edited';
}

export const rangeOf = (units: readonly Unit[]): Range => ({
  start: units[0]?.range.start ?? 0,
  end: units.at(-1)?.range.end ?? 0,
});

const coreOf = (units: readonly Unit[]): Range => ({
  start: units[0]?.core.start ?? 0,
  end: units.at(-1)?.core.end ?? 0,
});
