import { useState, type ReactNode } from 'react';
import { faultSentence } from '../../../../shared/fault';
import { useApp, useLibrary } from '../../../state/app';
import { shortName, type Shelved } from '../../../state/library/library';
import { useReports } from '../../../state/library/use-reports';
import type { PlotForm } from '../../charts/chart-config';
import { placedPoints, type PlacedPoint, type Plot } from '../../charts/plot';
import { PlotCanvas } from '../../charts/plot-canvas';
import type { PlotFacts, PlotFormat } from '../../charts/plot-files';
import { PlotTable } from '../../charts/plot-table';
import { CopyMenu } from '../../parts/copy-menu';
import { plainPlot } from './plain-plot';

const FORMATS: readonly { readonly id: PlotFormat; readonly label: string }[] = [
  { id: 'png', label: '存为 PNG' },
  { id: 'svg', label: '存为 SVG' },
  { id: 'csv', label: '存为 CSV' },
];

const HEIGHT = 320;

const titleOf = ({ lines, unit }: Plot, places: readonly string[]): string =>
  `${places.join('、')} ${lines.map(({ name }) => name).join('、')}（${unit}）`;

/** 据周口市 2022、2023、2025 年报告. */
const sourceWords = (sources: readonly Shelved[]): string => {
  const places = [...new Set(sources.map(({ entry }) => entry.place))];
  const words = places.map((place) => {
    const own = sources.filter(({ entry }) => entry.place === place);
    return `${place} ${[...new Set(own.map(({ entry }) => entry.year))].join('、')} 年报告`;
  });
  return `据${words.join('，')}`;
};

/** Names and sentences for files. */
const usePlotFacts = (plot: Plot): PlotFacts => {
  const shelf = useLibrary((state) => state.shelf);
  const points = placedPoints(plot);
  const reports = useReports([...new Set(points.map(({ point }) => point.observation.report))]);
  const nameOf = (id: string): string => {
    const entry = shelf.find((item) => item.entry.id === id)?.entry;
    return entry ? shortName(entry) : id;
  };
  const sources = shelf.filter(({ entry }) =>
    points.some(({ point }) => point.observation.report === entry.id),
  );
  const places = [...new Set(points.map(({ point }) => point.observation.place))];
  return {
    title: titleOf(plot, places),
    source: sourceWords(sources),
    nameOf,
    sentenceOf: (id, at) => {
      const report = reports.get(id);
      const range = report?.sentences.find((one) => one.range.start <= at && at < one.range.end)?.range;
      return report && range ? report.clean.slice(range.start, range.end).trim() : '';
    },
  };
};

/** Saves a plot through the host; what went wrong is said under the buttons. */
const useSaving = (plot: Plot, form: PlotForm, facts: PlotFacts) => {
  const { host, toast } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (format: PlotFormat): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { plotFile } = await import('../../charts/plot-files');
      const file = await plotFile(plot, form, format, facts);
      const saved = await host.saveFile(file);
      if (!saved.ok) setProblem(faultSentence(saved.fault));
      else if (saved.value.saved)
        toast.getState().show({ text: `已存为 ${saved.value.path ?? `“${file.name}”，在浏览器的下载里`}` });
    } catch {
      setProblem('图没有画成，文件没有存。请换一种格式再试。');
    }
    setBusy(false);
  };
  return { problem, busy, save };
};

/** A plot with its unit, its table and the ways to take it away. */
export function PlotFigure({
  plot,
  form,
  onOpen,
}: {
  readonly plot: Plot;
  readonly form: PlotForm;
  readonly onOpen: (point: PlacedPoint) => void;
}): ReactNode {
  const facts = usePlotFacts(plot);
  const { problem, busy, save } = useSaving(plot, form, facts);
  return (
    <figure className="plot-figure">
      <figcaption>
        <h2>{facts.title}</h2>
        <p className="caption">
          {plot.unit} · {facts.source}
        </p>
      </figcaption>
      <PlotCanvas plot={plot} form={form} height={HEIGHT} onOpen={onOpen} />
      <div className="plot-files">
        {FORMATS.map(({ id, label }) => (
          <button key={id} className="button small" disabled={busy} onClick={() => void save(id)}>
            {label}
          </button>
        ))}
        <CopyMenu
          table={() => plainPlot(plot, facts)}
          picture={async () => (await import('../../charts/plot-files')).plotPicture(plot, form, facts)}
        />
        {problem && <p role="alert">{problem}</p>}
      </div>
      <details className="plot-data" open>
        <summary>数据表</summary>
        <PlotTable plot={plot} onOpen={onOpen} />
      </details>
    </figure>
  );
}
