import type { Fill } from './patterns';

/** Side of the tile a pattern is made of, px. */
const TILE = 8;

const tile = (paint: (context: CanvasRenderingContext2D) => void): CanvasPattern | null => {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const context = canvas.getContext('2d');
  if (!context) return null;
  paint(context);
  return context.createPattern(canvas, 'repeat');
};

/** A ground with strokes at 45°, drawn over the corners so that tiles meet. */
const hatched = (ink: string, paper: string): CanvasPattern | null =>
  tile((context) => {
    context.fillStyle = paper;
    context.fillRect(0, 0, TILE, TILE);
    context.strokeStyle = ink;
    context.lineWidth = 1.2;
    for (const shift of [-TILE, 0, TILE]) {
      context.beginPath();
      context.moveTo(shift, TILE);
      context.lineTo(shift + TILE, 0);
      context.stroke();
    }
  });

const dotted = (ink: string, paper: string): CanvasPattern | null =>
  tile((context) => {
    context.fillStyle = paper;
    context.fillRect(0, 0, TILE, TILE);
    context.fillStyle = ink;
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1.1, 0, 2 * Math.PI);
      context.fill();
    }
  });

/** Tells how the bars of a line are filled on a canvas. */
export const barFill = (fill: Fill, ink: string, paper: string): string | CanvasPattern => {
  if (fill === 'filled') return ink;
  if (fill === 'outlined') return paper;
  return (fill === 'hatched' ? hatched(ink, paper) : dotted(ink, paper)) ?? paper;
};
