import { useEffect, useRef, type ReactNode } from 'react';
import { periodWords, type Series, type SeriesPoint } from '../../../shared/report';
import { useLibrary } from '../../state/app';
import { shortName } from '../../state/library';
import { chartData, pointWords, seriesWords } from './series-points';
import './charts.css';

/** Chart.js comes with the first chart that is looked at. */
const useDrawing = (series: Series) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let clear = (): void => undefined;
    let gone = false;
    void import('./draw-series').then(({ drawSeries }) => {
      if (!gone && canvas.current) clear = drawSeries(canvas.current, chartData(series));
    });
    return () => {
      gone = true;
      clear();
    };
  }, [series]);
  return canvas;
};

function PointRow({
  point,
  onOpen,
}: {
  readonly point: SeriesPoint;
  readonly onOpen: (point: SeriesPoint) => void;
}): ReactNode {
  const { observation } = point;
  const shelf = useLibrary((state) => state.shelf);
  const entry = shelf.find((item) => item.entry.id === observation.report)?.entry;
  return (
    <tr>
      <th scope="row">{periodWords(observation.period)}</th>
      <td>{observation.kind === 'target' ? '目标' : '结果'}</td>
      <td className="series-value">
        <button className="quiet" onClick={() => onOpen(point)} aria-label={`到原文：${pointWords(point)}`}>
          {observation.doubt && '存疑 '}
          {pointWords(point)}
        </button>
      </td>
      <td>{entry ? shortName(entry) : observation.report}</td>
    </tr>
  );
}

/** An indicator over the years, as a chart and as the table it was drawn from; a value opens its sentence. */
export function SeriesChart({
  series,
  onOpen,
}: {
  readonly series: Series;
  readonly onOpen: (point: SeriesPoint) => void;
}): ReactNode {
  const canvas = useDrawing(series);
  return (
    <figure className="series-chart">
      <figcaption className="caption">{series.unit}</figcaption>
      <div className="series-canvas">
        <canvas ref={canvas} role="img" aria-label={seriesWords(series)} />
      </div>
      <details>
        <summary>数据表</summary>
        <table>
          <tbody>
            {series.points.map((point) => (
              <PointRow key={point.observation.id} point={point} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
