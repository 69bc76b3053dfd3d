import type { MatrixRow, MatrixValue } from '../../compare';
import { yearsOf, type DigestMaterial, type DigestYears } from './material';

/** An indicator of the page: what the report says of it, last year's value, the target it had and the one it gets. */
export interface DigestFigure {
  readonly row: MatrixRow;
  readonly now: MatrixValue;
  readonly last: MatrixValue | null;
  /** ↑0.2 个百分点; null where the two cannot be set against each other. */
  readonly change: string | null;
  /** The target of the year looked back on, with what became of it. */
  readonly goal: MatrixValue | null;
  readonly next: MatrixValue | null;
}

const MOST = 10;

const isOf = ({ observation, repeats }: MatrixValue, report: string): boolean =>
  [observation, ...repeats].some((one) => one.report === report);

const resultIn = (values: readonly MatrixValue[]): MatrixValue | null =>
  values.find(({ kind }) => kind === 'result') ?? null;

const targetIn = (values: readonly MatrixValue[]): MatrixValue | null =>
  values.find(({ kind }) => kind === 'target') ?? null;

/** 较2023 ↑0.2 个百分点: only where it is against the year the page sets beside it. */
const changeOf = ({ remarks }: MatrixValue, { last }: DigestYears): string | null => {
  const lead = `较${last} `;
  const found = remarks.find(({ kind, text }) => kind === 'change' && text.startsWith(lead));
  return found ? found.text.slice(lead.length) : null;
};

/** The rows of which the report tells a result, in the order of the matrix. */
export function digestFigures(material: DigestMaterial): readonly DigestFigure[] {
  const years = yearsOf(material);
  const { columns, groups } = material.matrix;
  const columnOf = (year: number): number =>
    columns.findIndex((column) => column.place === years.place && column.year === year);
  const [now, last, given] = [columnOf(years.now), columnOf(years.last), columnOf(years.given)];
  return groups
    .flatMap(({ rows }) => rows)
    .filter(({ measure }) => measure !== 'rank')
    .flatMap((row) => {
      const valuesAt = (at: number): readonly MatrixValue[] => row.cells[at]?.values ?? [];
      const own = valuesAt(now).find(
        (value) => value.kind === 'result' && isOf(value, material.report.report.id),
      );
      if (!own) return [];
      const before = resultIn(valuesAt(last));
      return [
        {
          row,
          now: own,
          last: before,
          change: before ? changeOf(own, years) : null,
          goal: targetIn(valuesAt(now)),
          next: targetIn(valuesAt(given)),
        },
      ];
    });
}

/** Gives what the rule puts first: the economy as a whole, then what has both years, then what has or had a target. */
const rankOf = ({ row, now, last, goal, next }: DigestFigure): number => {
  if (now.doubt !== null) return 5;
  if (row.topic === '综合经济') return 0;
  if (last !== null) return goal !== null || next !== null ? 1 : 2;
  return goal !== null || next !== null ? 3 : 4;
};

/** The ten figures the rule takes; of equal rank the matrix's order holds. */
const byRule = (all: readonly DigestFigure[]): readonly DigestFigure[] =>
  all.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);

/** The figures chosen, in the order they were put in, or those of the rule. */
export const chosenFigures = (
  all: readonly DigestFigure[],
  chosen: readonly string[] | null,
): readonly DigestFigure[] =>
  chosen === null ? byRule(all) : chosen.flatMap((id) => all.find(({ row }) => row.id === id) ?? []);

/** 一般公共预算收入（增速，%）; the verbs of several reports (新认定、培育) are left to the sources. */
export const figureName = ({ row: { name, remark, unit } }: DigestFigure): string => {
  const facts = [remark.includes('、') ? '' : remark, unit].filter((words) => words !== '').join('，');
  return facts === '' ? name : `${name}（${facts}）`;
};
