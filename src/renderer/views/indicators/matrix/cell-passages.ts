import type { MatrixCell } from '../../../../shared/compare';
import { rangeContains, type Report } from '../../../../shared/report';
import type { NotedPassage } from '../../../state/notes/note-on';

/**
 * The clauses a cell's values were read from, each once, in the order of the values: a target and its result stand in
 * different reports. A clause inside another is not noted twice. Empty for a cell without values.
 */
export const cellPassages = ({ values }: MatrixCell, reports: readonly Report[]): readonly NotedPassage[] => {
  const stated = values.flatMap(({ observation: { report: id, quote } }) => {
    const report = reports.find((each) => each.id === id);
    return report ? [{ report, range: quote }] : [];
  });
  return stated.filter(
    ({ report, range }, at) =>
      !stated.some(
        (other, index) =>
          index !== at &&
          other.report === report &&
          rangeContains(other.range, range) &&
          (index < at || !rangeContains(range, other.range)),
      ),
  );
};
