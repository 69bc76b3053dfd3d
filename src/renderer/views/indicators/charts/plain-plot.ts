import type { PlainTable } from '../../../../shared/exchange';
import { periodWords } from '../../../../shared/report';
import { placedPoints, type Plot } from '../../charts/plot';
import type { PlotFacts } from '../../charts/plot-files';

/** The figures of a plot as a table in plain words, with the same columns as 数据表. */
export function plainPlot(plot: Plot, { title, source, nameOf }: PlotFacts): PlainTable {
  const several = plot.lines.length > 1;
  return {
    title,
    heads: [...(several ? ['指标'] : []), '时期', '性质', plot.unit, '报告'],
    rows: placedPoints(plot).map(({ line, point: { observation, text, doubt } }) => [
      ...(several ? [plot.lines[line]?.name ?? ''] : []),
      periodWords(observation.period),
      observation.kind === 'target' ? '目标' : '结果',
      doubt === null ? text : `存疑 ${text}`,
      nameOf(observation.report),
    ]),
    source,
  };
}
