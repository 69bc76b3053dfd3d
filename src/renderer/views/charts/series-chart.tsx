import { useMemo, type ReactNode } from 'react';
import type { Series } from '../../../shared/report';
import { useReports } from '../../state/library/use-reports';
import { PlotCanvas } from './plot-canvas';
import { PlotTable } from './plot-table';
import { plotOfSeries, type PlacedPoint } from './plot';
import './charts.css';

const HEIGHT = 140;

/** An indicator over the years, as a chart and as the table it was drawn from; a value opens its sentence. */
export function SeriesChart({
  series,
  onOpen,
}: {
  readonly series: Series;
  readonly onOpen: (point: PlacedPoint['point']) => void;
}): ReactNode {
  const reports = useReports([...new Set(series.points.map(({ observation }) => observation.report))]);
  const plot = useMemo(() => plotOfSeries(series, [...reports.values()]), [series, reports]);
  return (
    <figure className="series-chart">
      <figcaption className="caption">{series.unit}</figcaption>
      <PlotCanvas plot={plot} form="line" height={HEIGHT} onOpen={({ point }) => onOpen(point)} />
      <details>
        <summary>数据表</summary>
        <PlotTable plot={plot} onOpen={({ point }) => onOpen(point)} />
      </details>
    </figure>
  );
}
