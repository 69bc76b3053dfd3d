import type { ReactNode } from 'react';
import { periodWords } from '../../../shared/report';
import { useLibrary } from '../../state/app';
import { shortName } from '../../state/library/library';
import { placedPoints, type PlacedPoint, type Plot } from './plot';

function PointRow({
  placed,
  plot,
  onOpen,
}: {
  readonly placed: PlacedPoint;
  readonly plot: Plot;
  readonly onOpen: (point: PlacedPoint) => void;
}): ReactNode {
  const { point } = placed;
  const { observation, text, doubt } = point;
  const shelf = useLibrary((state) => state.shelf);
  const entry = shelf.find((item) => item.entry.id === observation.report)?.entry;
  return (
    <tr>
      {plot.lines.length > 1 && <td>{plot.lines[placed.line]?.name}</td>}
      <th scope="row">{periodWords(observation.period)}</th>
      <td>{observation.kind === 'target' ? '目标' : '结果'}</td>
      <td className="plot-value">
        <button
          className="quiet"
          onClick={() => onOpen(placed)}
          aria-label={`${doubt ? '存疑 ' : ''}${text} ${plot.unit}，到原文`}
          title={doubt ?? undefined}
        >
          {doubt && '存疑 '}
          {text}
        </button>
      </td>
      <td>{entry ? shortName(entry) : observation.report}</td>
    </tr>
  );
}

/** 数据表: the figures a plot was drawn from; each opens its sentence. */
export function PlotTable({
  plot,
  onOpen,
}: {
  readonly plot: Plot;
  readonly onOpen: (point: PlacedPoint) => void;
}): ReactNode {
  return (
    <table className="plot-table">
      <thead>
        <tr>
          {plot.lines.length > 1 && <th scope="col">指标</th>}
          <th scope="col">时期</th>
          <th scope="col">性质</th>
          <th scope="col" className="plot-value">
            {plot.unit}
          </th>
          <th scope="col">报告</th>
        </tr>
      </thead>
      <tbody>
        {placedPoints(plot).map((placed) => (
          <PointRow key={placed.point.observation.id} placed={placed} plot={plot} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}
