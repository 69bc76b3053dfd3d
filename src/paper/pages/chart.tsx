import type { ReactNode } from 'react';
import { CHART_SIZE, drawChart, type Chart, type Shape } from '../../shared/sheet';

/** Half the height of a mark, in px. */
const MARK = 4;

function ShapeOf({ shape }: { readonly shape: Shape }): ReactNode {
  switch (shape.kind) {
    case 'line': {
      const { from, to, width, dashed } = shape;
      return (
        <line
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          strokeWidth={width}
          {...(dashed ? { strokeDasharray: '4 3' } : {})}
        />
      );
    }
    case 'circle':
      return (
        <circle cx={shape.at.x} cy={shape.at.y} r={MARK} className={shape.filled ? 'filled' : 'outlined'} />
      );
    case 'diamond': {
      const { x, y } = shape.at;
      const reach = MARK + 1;
      return (
        <path
          d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`}
          className="outlined"
        />
      );
    }
    case 'text':
      return (
        <text
          x={shape.at.x}
          y={shape.at.y}
          className={`${shape.small ? 'small' : 'value'}${shape.bold ? ' bold' : ''}`}
        >
          {shape.text}
        </text>
      );
  }
}

/** A chart as it is printed: drawn from its shapes, with its sources under it. */
export function ChartFigure({ chart }: { readonly chart: Chart }): ReactNode {
  const { width, height } = CHART_SIZE;
  return (
    <figure className="sheet-chart">
      <figcaption>
        <b>{chart.title}</b>
        <sup>{chart.footnotes.join('、')}</sup>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chart.summary}>
        {drawChart(chart).map((shape, index) => (
          <ShapeOf key={index} shape={shape} />
        ))}
      </svg>
    </figure>
  );
}
