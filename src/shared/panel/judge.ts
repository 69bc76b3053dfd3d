import { findDoubts } from '../figures';
import type { Bound, Observation } from '../report';
import { BOUND_CODES, type PanelRow } from './columns';

/** Rows of one place's reports, held against each other: what is doubtful beside another year says so. */
export function judgeRows(rows: readonly PanelRow[]): readonly PanelRow[] {
  const doubts = findDoubts([rows.map(observationOf)]);
  const reasons = new Map(doubts.map(({ observation, reason }) => [observation, reason]));
  return rows.map((row) => ({ ...row, doubt: row.doubt ?? reasons.get(idOf(row)) ?? null }));
}

const idOf = ({ report, start }: PanelRow): string => `${report}:${start}`;

const SIGNS = new Map(Object.entries(BOUND_CODES).map(([sign, code]) => [code, sign as Bound]));

/** The observation a row was made of, its ranges in the raw text. */
function observationOf(row: PanelRow): Observation {
  const range = { start: row.start, end: row.end };
  return {
    ...row,
    id: idOf(row),
    value: row.value_high === null ? row.value : [row.value, row.value_high],
    bound: SIGNS.get(row.bound) ?? '=',
    base: row.base ?? undefined,
    range,
    quote: range,
    duplicateOf: null,
  };
}
