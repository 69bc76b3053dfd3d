import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useSettings } from '../../state/app';
import type { Palette, PlotForm } from './chart-config';
import { loadFaces } from './faces';
import type { Spot } from './overlay';
import { placedPoints, plotWords, pointWords, type PlacedPoint, type Plot } from './plot';

/** Gives the colours and faces of the paper a canvas stands on. */
export const paletteOf = (canvas: HTMLCanvasElement): Palette => {
  const style = getComputedStyle(canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    paper: token('--plot-ground') || token('--paper'),
    rule: token('--line2'),
    sans: style.fontFamily,
    serif: token('--serif'),
  };
};

const sameSpots = (a: readonly Spot[], b: readonly Spot[]): boolean =>
  a.length === b.length &&
  a.every(({ placed, x, y }, at) => {
    const other = b[at];
    return other?.placed.point === placed.point && other.x === x && other.y === y;
  });

/** Chart.js comes with the first chart that is looked at. The drawing is made anew for another paper. */
const useDrawing = (plot: Plot, form: PlotForm) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  const theme = useSettings((state) => state.theme);
  useEffect(() => {
    let clear = (): void => undefined;
    let gone = false;
    const onSpots = (next: readonly Spot[]): void =>
      setSpots((before) => (sameSpots(before, next) ? before : next));
    const element = canvas.current;
    if (!element) return undefined;
    const palette = paletteOf(element);
    void Promise.all([import('./draw-plot'), loadFaces(plot, palette)]).then(([{ drawPlot }]) => {
      if (!gone) clear = drawPlot(element, { plot, form, palette, onSpots }).clear;
    });
    return () => {
      gone = true;
      clear();
    };
  }, [plot, form, theme]);
  return { canvas, spots };
};

/** Where a key leads among the points, which follow each other line by line; null for any other key. */
const stepped = (at: number, key: string, points: readonly PlacedPoint[]): number | null => {
  const last = points.length - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowRight') return Math.min(last, at + 1);
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const here = points[at];
  const line = (here?.line ?? 0) + (key === 'ArrowDown' ? 1 : -1);
  const same = points.findIndex((point) => point.line === line && point.year === here?.year);
  return same >= 0
    ? same
    : Math.max(
        0,
        points.findIndex((point) => point.line === line),
      );
};

/** A plot, with a button on each point: one stop of the Tab key, arrows walk, Enter or a click opens the sentence. */
export function PlotCanvas({
  plot,
  form,
  height,
  onOpen,
}: {
  readonly plot: Plot;
  readonly form: PlotForm;
  /** In px. */
  readonly height: number;
  readonly onOpen: (point: PlacedPoint) => void;
}): ReactNode {
  const { canvas, spots } = useDrawing(plot, form);
  const [stop, setStop] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const points = placedPoints(plot);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepped(Math.min(stop, points.length - 1), event.key, points);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    frame.current?.querySelector<HTMLElement>(`[data-point="${String(next)}"]`)?.focus();
  };
  return (
    <div className="plot-canvas" style={{ height }} ref={frame} onKeyDown={onKeyDown}>
      <canvas ref={canvas} role="img" aria-label={plotWords(plot)} />
      {spots.map(({ placed, x, y }, at) => (
        <button
          key={placed.point.observation.id}
          className="plot-point"
          style={{ left: x, top: y }}
          data-point={at}
          tabIndex={at === Math.min(stop, spots.length - 1) ? 0 : -1}
          aria-label={`${plot.lines[placed.line]?.name ?? ''} ${pointWords(placed, plot.unit)}，到原文`}
          title={placed.point.doubt ?? pointWords(placed, plot.unit)}
          onFocus={() => setStop(at)}
          onClick={() => onOpen(placed)}
        />
      ))}
    </div>
  );
}
