import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Across, AcrossRow } from '../../../../shared/compare';
import { useSettings } from '../../../state/app';
import { paletteOf } from '../../charts/plot-canvas';
import { useVirtualRows } from '../../text/use-virtual-rows';
import type { SmallPlot } from './draw-small';
import type { AcrossSpot } from './table';

const ACROSS = 2;
const HEIGHT = 128;

/** The lowest and the highest result of all places, with the middles. */
const axisOf = ({ rows }: Across): readonly [number, number] => {
  const values = rows.flatMap(({ cells }) => cells.flatMap(({ result }) => (result ? [result.value] : [])));
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return values.length === 0 ? [0, 1] : low === high ? [low - 1, high + 1] : [low, high];
};

/** 川汇区：2021 年 8.6，2022 年 5.2. */
const wordsOf = ({ place, cells }: AcrossRow, years: readonly number[]): string => {
  const told = cells.flatMap(({ result }, at) => (result ? [`${String(years[at])} 年 ${result.text}`] : []));
  return `${place}：${told.join('，') || '没有结果'}`;
};

function Small({
  row,
  base,
  chosen,
}: {
  readonly row: AcrossRow;
  readonly base: Omit<SmallPlot, 'chosen'>;
  readonly chosen: number;
}): ReactNode {
  const plot = useMemo(() => ({ ...base, chosen }), [base, chosen]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useSettings((state) => state.theme);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let clear = (): void => undefined;
    let gone = false;
    const accent = getComputedStyle(element).getPropertyValue('--zhu').trim();
    void import('./draw-small').then(({ drawSmall }) => {
      if (!gone) clear = drawSmall(element, plot, paletteOf(element), accent);
    });
    return () => {
      gone = true;
      clear();
    };
  }, [plot, theme]);
  return (
    <figure className="across-small">
      <figcaption>{row.place}</figcaption>
      <div>
        <canvas ref={canvas} role="img" aria-label={wordsOf(row, base.years)} />
      </div>
    </figure>
  );
}

/** 各地走势: a small chart for each place, all on one vertical axis, in the order of the table. */
export function Multiples({
  across,
  order,
  spot,
}: {
  readonly across: Across;
  readonly order: readonly string[];
  readonly spot: AcrossSpot | null;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const plots = useMemo(() => {
    const [low, high] = axisOf(across);
    return new Map(
      across.rows.map((row) => [
        row.place,
        {
          row,
          base: {
            ...{ years: across.years, middles: across.middles, low, high },
            values: row.cells.map(({ result }) => result?.value ?? null),
            texts: row.cells.map(({ result }) => result?.text ?? ''),
          },
        },
      ]),
    );
  }, [across]);
  const pairs = Array.from({ length: Math.ceil(order.length / ACROSS) }, (_, at) =>
    order.slice(at * ACROSS, at * ACROSS + ACROSS),
  );
  const rows = useVirtualRows({
    scroller,
    keys: pairs.map(([first = '']) => first),
    estimate: () => HEIGHT,
    kept: -1,
  });
  const [first, last] = [across.years[0], across.years.at(-1)];
  return (
    <aside className="across-side" aria-label="各地走势">
      <header>
        <h2>各地走势</h2>
        <p className="caption">
          {across.unit}　同一纵轴　{first}
          {last !== first && `—${String(last)}`}
        </p>
        <p className="caption">实线：本地　虚线：各地居中的数</p>
      </header>
      <div className="across-smalls" ref={scroller} tabIndex={0} role="region" aria-label="各地的小图">
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start, key }) => (
            <div key={key} className="across-pair" style={{ transform: `translateY(${String(start)}px)` }}>
              {pairs[index]?.map((place) => {
                const one = plots.get(place);
                const chosen = spot?.place === place ? across.years.indexOf(spot.year) : -1;
                return one && <Small key={place} {...one} chosen={chosen} />;
              })}
            </div>
          ))}
        </div>
      </div>
    </aside>
  );
}
