import { afterEach, describe, expect, it } from 'vitest';
import { PRINT_PALETTE, type PlotForm } from '../../src/renderer/views/charts/chart-config';
import { drawPlot, type Drawn } from '../../src/renderer/views/charts/draw-plot';
import type { Overlay } from '../../src/renderer/views/charts/overlay';
import { placedPoints, type Plot, type PlotPoint } from '../../src/renderer/views/charts/plot';
import { plotCsv, plotFile, type PlotFacts } from '../../src/renderer/views/charts/plot-files';
import type { Observation } from '../../src/shared/report';

const observation = (year: number, kind: Observation['kind'], value: number): Observation => ({
  id: `report:${String(year)}-${kind}-${String(value)}`,
  report: 'report',
  name: '港口货物吞吐量',
  indicator: '港口货物吞吐量',
  topic: '港航物流与开放',
  value,
  unit: '万吨',
  measure: 'level',
  bound: '=',
  kind,
  period: String(year),
  place: '周口市',
  range: { start: year, end: year + 4 },
  quote: { start: year, end: year + 10 },
  duplicateOf: null,
  doubt: null,
});

const point = (year: number, kind: Observation['kind'], height: number, doubt = false): PlotPoint => ({
  observation: observation(year, kind, height),
  height,
  text: height.toLocaleString('zh-CN'),
  doubt: doubt ? '疑丢一位' : null,
});

/** Results for `count` years but the fourth, doubtful in the sixth, with a target for the last. */
const plotWith = (count: number, lines = 1): Plot => {
  const years = Array.from({ length: count }, (_, at) => 2006 + at);
  const gap = count > 3 ? 3 : -1;
  return {
    unit: '万吨',
    years,
    absences: years.map((_, at) => (at === gap ? '缺报告' : '')),
    lines: Array.from({ length: lines }, (_, line) => ({
      id: `line ${String(line)}`,
      name: `指标${String(line)}`,
      results: years.map((year, at) =>
        at === gap || at === count - 1
          ? null
          : point(year, 'result', 1200 + line * 900 + at * 137.5 + (at % 3) * 400, at === 5),
      ),
      targets: years.map((year, at) => (at === count - 1 ? point(year, 'target', 4000 + line * 700) : null)),
      breaks: years.map((_, at) => at === 5 || at === 6),
    })),
  };
};

let drawn: Drawn | undefined;
const box = document.body.appendChild(document.createElement('div'));
box.style.position = 'relative';

const draw = (plot: Plot, form: PlotForm, width: number): Drawn => {
  box.style.width = `${String(width)}px`;
  box.style.height = '320px';
  drawn = drawPlot(box.appendChild(document.createElement('canvas')), { plot, form, palette: PRINT_PALETTE });
  return drawn;
};

afterEach(() => {
  drawn?.clear();
  box.replaceChildren();
});

const boxes = ({ words }: Overlay) => {
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  return words.map(({ text, x, y, align, bold, face }) => {
    context.font = `${bold ? '700' : '400'} 12px ${PRINT_PALETTE[face]}`;
    const { width } = context.measureText(text);
    const left = align === 'center' ? x - width / 2 : x;
    return { text, left, right: left + width, top: y - 10, bottom: y };
  });
};

const collisions = (overlay: Overlay): readonly string[] => {
  const all = boxes(overlay);
  return all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} over ${b.text}`),
  );
};

const FACTS: PlotFacts = {
  title: '周口市 港口货物吞吐量（万吨）',
  source: '据周口市 2022、2023 年报告',
  nameOf: () => '周口市 2022',
  sentenceOf: () => '=1+1，港口货物吞吐量<2915>万吨',
};

describe('a drawn plot', () => {
  for (const form of ['line', 'bar'] as const)
    for (const [count, width] of [
      [2, 280],
      [2, 900],
      [20, 900],
      [20, 420],
    ] as const)
      it(`puts ${String(count)} years on ${String(width)} px as ${form}, each point at its year, no words over others`, () => {
        const plot = plotWith(count);
        const overlay = draw(plot, form, width).overlay();
        expect(overlay.spots).toHaveLength(placedPoints(plot).length);
        const xs = overlay.spots.filter(({ placed }) => placed.kind === 'result').map(({ x }) => x);
        expect([...xs].sort((a, b) => a - b)).toEqual(xs);
        expect(collisions(overlay)).toEqual([]);
        const outside = boxes(overlay).filter(({ left, right, top }) => left < 0 || right > width || top < 0);
        expect(outside).toEqual([]);
        const shown = overlay.words.map(({ text }) => text);
        const last = plot.lines[0]?.targets.at(-1)?.text;
        expect(shown).toContain(last);
        if (count === 2) expect(shown).toHaveLength(2);
      });

  it('tells four lines by name at their ends, apart from each other', () => {
    const plot = plotWith(6, 4);
    const overlay = draw(plot, 'line', 900).overlay();
    expect(overlay.words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['指标0', '指标1', '指标2', '指标3']),
    );
    expect(collisions(overlay)).toEqual([]);
  });

  it('leaves a gap a gap: no mark and no line at a year without a figure', async () => {
    const { bytes } = await plotFile(plotWith(6), 'line', 'svg', FACTS);
    const svg = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    // Of six years one is missing and one is doubtful: 2006-2007-2008, and 2010 to the target nothing.
    const dashed = [...svg.querySelectorAll('line[stroke-dasharray]')];
    const solid = [...svg.querySelectorAll('line[stroke-width="1.5"]:not([stroke-dasharray])')];
    expect(solid).toHaveLength(2);
    expect(dashed).toHaveLength(0);
    expect(svg.querySelectorAll('circle[r="4"]')).toHaveLength(5);
  });
});

describe('a chart as a file', () => {
  const plot = plotWith(5, 2);

  it('is a PNG that holds a drawing', async () => {
    const { name, mime, bytes } = await plotFile(plot, 'line', 'png', FACTS);
    expect([name, mime]).toEqual([`${FACTS.title}.png`, 'image/png']);
    const picture = await createImageBitmap(new Blob([bytes as BufferSource], { type: mime }));
    expect([picture.width, picture.height]).toEqual([1920, 960]);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    expect(dark).toBeGreaterThan(2000);
    expect(dark).toBeLessThan(data.length / 40);
    expect(data[3]).toBe(255);
  });

  it('is an SVG with the same words as the drawing, escaped, and its summary', async () => {
    const hostile = { ...FACTS, title: '<script>&"吞吐量' };
    for (const form of ['line', 'bar'] as const) {
      const text = new TextDecoder().decode((await plotFile(plot, form, 'svg', hostile)).bytes);
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(svg.querySelector('parsererror, script')).toBeNull();
      const words = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
      expect(words).toEqual(expect.arrayContaining(['<script>&"吞吐量', '2006', '指标0']));
      // The foot says whence the numbers come and what the marks mean: a picture leaves the reader alone.
      expect(words.at(-1)).toBe(`${FACTS.source}　● 结果　○ 目标`);
      expect(svg.querySelector('title')?.textContent).toContain('2006 年 1,200 万吨');
      expect(text).not.toContain('NaN');
    }
  });

  it('is a CSV with a byte order mark, a row a point, and no cell that runs', () => {
    const csv = plotCsv(plot, FACTS);
    expect(csv.startsWith('\uFEFF"指标"')).toBe(true);
    const rows = csv.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + placedPoints(plot).length);
    expect(rows[1]).toContain('"\'=1+1，港口');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@＝＋－＠]/m);
  });
});
