import { useMemo, type ReactNode } from 'react';
import { useShell } from '../../../state/app';
import { useMatrixChoices, type ChartForm } from '../../../state/indicators/matrix';
import type { ShownMatrix } from '../../../../shared/indicators';
import type { MatrixAtHand } from '../../../state/indicators/use-matrix';
import { plotsOf } from '../../charts/plot';
import { EmptyState } from '../../states/states';
import { chartedLines, firstCharted } from './chosen';
import { IndicatorPicker } from './indicator-picker';
import { PlotFigure } from './plot-figure';
import '../../charts/charts.css';
import './chart-desk.css';

const FORMS: readonly { readonly id: ChartForm; readonly label: string }[] = [
  { id: 'line', label: '折线' },
  { id: 'bar', label: '柱形' },
];

/** 图表: up to four indicators over the years. */
export function ChartDesk({
  hand,
  shown,
}: {
  readonly hand: MatrixAtHand;
  readonly shown: ShownMatrix;
}): ReactNode {
  const { navigation } = useShell();
  const { charted, form, choose } = useMatrixChoices();
  const { matrix, chosen } = hand;
  const first = firstCharted(shown.groups.flatMap(({ rows: own }) => own));
  const known = matrix.groups.flatMap(({ rows }) => rows).map(({ id }) => id);
  const kept = charted.filter((id) => known.includes(id));
  const rows = (kept.length > 0 || charted.length > 0 ? kept : first ? [first] : []).join('\n');
  const lines = useMemo(
    () => chartedLines(matrix, chosen, rows.split('\n').filter(Boolean)),
    [matrix, chosen, rows],
  );
  const plots = useMemo(() => plotsOf(lines, matrix.columns), [lines, matrix]);
  return (
    <div className="chart-desk">
      <IndicatorPicker shown={shown} charted={[...new Set(lines.map(({ row }) => row.id))]} />
      <div className="chart-stage">
        <div className="segment" role="group" aria-label="画法">
          {FORMS.map(({ id, label }) => (
            <button key={id} aria-pressed={form === id} onClick={() => choose({ form: id })}>
              {label}
            </button>
          ))}
        </div>
        {plots.map((plot) => (
          <PlotFigure
            key={plot.unit}
            plot={plot}
            form={form}
            onOpen={({ point: { observation } }) =>
              navigation.getState().openReport(observation.report, observation.range)
            }
          />
        ))}
        {plots.length === 0 && (
          <EmptyState character="图" title="还没有选指标">
            在左边选一项，最多四项。
          </EmptyState>
        )}
      </div>
    </div>
  );
}
