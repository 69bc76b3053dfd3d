import type { Measure } from '../../report';
import { sameDimension } from '../../figures/unit/convert';
import { remark } from './cells';
import { changeWords } from './change';
import type { MatrixBreak, MatrixCell, MatrixColumn, MatrixValue } from './matrix';
import { scopeOf } from './naming';

const isResult = ({ kind }: MatrixValue): boolean => kind === 'result';

/** The nearest cell before one that has a value of the wanted kind, in columns of the same place. */
function before(
  cells: readonly MatrixCell[],
  columns: readonly MatrixColumn[],
  at: number,
  wanted: (value: MatrixValue) => boolean,
): { readonly cell: MatrixCell; readonly column: MatrixColumn } | null {
  for (let index = at - 1; index >= 0; index--) {
    const [cell, column] = [cells[index], columns[index]];
    if (!cell || column?.place !== columns[at]?.place) return null;
    if (column && cell.values.some(wanted)) return { cell, column };
  }
  return null;
}

/** Marks the cells whose unit or scope differs from the one before. */
export const withBreaks = (
  cells: readonly MatrixCell[],
  columns: readonly MatrixColumn[],
  unit: string,
): readonly MatrixCell[] =>
  cells.map((cell, at) => ({
    ...cell,
    break:
      unitBreak(cell, before(cells, columns, at, () => true)?.cell, unit) ??
      scopeBreak(cell, before(cells, columns, at, isResult)?.cell),
  }));

function unitBreak(now: MatrixCell, earlier: MatrixCell | undefined, unit: string): MatrixBreak | null {
  const [from, to] = [earlier?.values[0], now.values[0]].map((value) => value && (value.unit ?? unit));
  if (from === undefined || to === undefined || from === to || sameDimension(from, to)) return null;
  return { kind: 'unit', words: `单位变：${from}→${to}` };
}

function scopeBreak(now: MatrixCell, earlier: MatrixCell | undefined): MatrixBreak | null {
  const [from, to] = [earlier?.values.find(isResult), now.values.find(isResult)];
  if (!from || !to || sameScope(from, to)) return null;
  return { kind: 'scope', words: '口径变' };
}

const sameScope = (a: MatrixValue, b: MatrixValue): boolean =>
  scopeOf(a.observation).join() === scopeOf(b.observation).join();

/**
 * Writes under the first value of each cell how it stands to the last earlier year with a result. A target that has
 * its own year's result beside it, or waits for one, is not held against an earlier year; nor are figures of several
 * years, which may overlap.
 */
export const withChanges = (
  cells: readonly MatrixCell[],
  columns: readonly MatrixColumn[],
  row: { readonly unit: string; readonly measure: Measure; readonly span: string },
): readonly MatrixCell[] =>
  row.span !== ''
    ? cells
    : cells.map((cell, at) => {
        const [first, ...rest] = cell.values;
        const earlier = before(cells, columns, at, isResult);
        const words = first && earlier && changeOf(cell, earlier.cell, row);
        if (!first || !earlier || !words) return cell;
        const { id, year } = earlier.column;
        const change = { ...remark('change', `较${String(year)} ${words}`), against: id };
        return { ...cell, values: [{ ...first, remarks: placedBefore(first, change) }, ...rest] };
      });

/** 同比 and 限省级 first, then the change, then what the source printed. */
const placedBefore = ({ remarks }: MatrixValue, change: MatrixValue['remarks'][number]) => {
  const at = remarks.findIndex(({ kind }) => kind === 'source');
  return at < 0 ? [...remarks, change] : [...remarks.slice(0, at), change, ...remarks.slice(at)];
};

function changeOf(
  now: MatrixCell,
  earlier: MatrixCell,
  { measure }: { readonly measure: Measure },
): string | null {
  const [value, base] = [comparable(now), comparable(earlier)];
  if (!value || !base || now.break !== null || value.unit !== base.unit) return null;
  if (value.kind === 'result' && !sameScope(value, base)) return null;
  if (value.remarks.some(({ kind }) => kind === 'result-missing')) return null;
  return changeWords(
    { value: value.number, bound: value.observation.bound },
    { value: base.number, bound: base.observation.bound },
    measure,
  );
}

/** The cell's first value, where no other of the whole year contradicts it, and nothing about it is doubtful. */
function comparable({ values }: MatrixCell): MatrixValue | null {
  const [first, ...rest] = values;
  if (!first || first.doubt !== null || !isWholeYear(first)) return null;
  const rival = rest.some(
    (other) =>
      other.kind === first.kind &&
      isWholeYear(other) &&
      other.observation.period === first.observation.period &&
      other.observation.bound === first.observation.bound,
  );
  return rival ? null : first;
}

const isWholeYear = ({ observation: { period } }: MatrixValue): boolean => /^\d{4}(?:-\d{4})?$/.test(period);
