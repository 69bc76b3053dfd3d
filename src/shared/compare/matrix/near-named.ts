import { splitVerb } from '../../figures/name/subject';
import type { MatrixCell, MatrixRow } from './matrix';

/** Gives what two names share that differ only in the verb of the gain: 新增经营主体 and 新设经营主体. Null without a verb. */
const kinOf = ({ indicator, measure }: MatrixRow): string | null => {
  const { verb, noun } = splitVerb(indicator);
  return verb === '' || noun === '' ? null : `${noun}|${measure}`;
};

const seeing = (cell: MatrixCell, at: number, kin: readonly MatrixRow[]): MatrixCell => {
  if (cell.absence !== '未提及') return cell;
  const near = kin
    .filter(({ cells }) => (cells[at]?.values.length ?? 0) > 0)
    .map(({ indicator }) => indicator);
  return near.length > 0 ? { ...cell, near: [...new Set(near)] } : cell;
};

/** Names in each empty cell the indicators the same year has under another verb: it is not silent of the matter. */
export function withNearNames(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  const families = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const key = kinOf(row);
    if (key !== null) families.set(key, [...(families.get(key) ?? []), row]);
  }
  return rows.map((row) => {
    const family = families.get(kinOf(row) ?? '') ?? [];
    const kin = family.filter(({ indicator }) => indicator !== row.indicator);
    return kin.length === 0 ? row : { ...row, cells: row.cells.map((cell, at) => seeing(cell, at, kin)) };
  });
}
