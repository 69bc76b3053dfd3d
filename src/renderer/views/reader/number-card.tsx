import { useEffect, useRef, type ReactNode } from 'react';
import { companionsOf } from '../../../shared/compare/matrix';
import {
  periodWords,
  sectionPath,
  type Bound,
  type Observation,
  type Report,
  type Series,
} from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { useLibrary, useShell } from '../../state/app';
import type { Volume } from '../../state/library/library';
import { CompareLink } from '../parts/compare-link';
import { SeriesChart } from '../charts/series-chart';
import { observationWords, plainFigureWords } from '../text/observation-words';
import { CardCorrection } from './card-correction';
import { CardDoubt } from './card-doubt';
import { CardRow } from './card-row';
import { CardVerdict } from './card-verdict';

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  '=': '等于',
  '>': '突破、超过',
  '>=': '以上',
  '<=': '以内',
  '~': '左右',
};

/** The series the number is a point of, where it has another point too. */
const useSeries = ({ id }: Observation): Series | undefined =>
  useLibrary(({ series }) =>
    series.find(({ points }) => points.length > 1 && points.some((point) => point.observation.id === id)),
  );

/** The other names the series goes by, with the years that use them. */
const otherNames = (observation: Observation, series: Series | undefined): string => {
  const names = new Map<string, string[]>();
  for (const { observation: other } of series?.points ?? [{ observation }])
    if (other.name !== observation.indicator)
      names.set(other.name, [...(names.get(other.name) ?? []), other.period.slice(0, 4)]);
  return [...names].map(([name, years]) => `${name}（${[...new Set(years)].join('、')}）`).join('、');
};

/** Where the card is a sheet over the text, brings the number's line out from under it. */
const uncover = (card: HTMLElement, id: string): void => {
  const pane = card.closest('.pane');
  const number = pane?.querySelector(`[data-observation="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const { left, top } = card.getBoundingClientRect();
  if (number && number.right > left && number.bottom > top) pane?.scrollBy(0, number.bottom - top + 8);
};

/** Where the number stands, and where it can be followed to. */
function CardFooter({
  report,
  observation,
  onCopy,
  onNote,
}: {
  readonly report: Report;
  readonly observation: Observation;
  readonly onCopy: (observation: Observation) => void;
  readonly onNote: (observation: Observation) => void;
}): ReactNode {
  const { navigation } = useShell();
  const { indicator, range } = observation;
  const compare = (tab: 'matrix' | 'charts') =>
    navigation.getState().go({ view: 'indicators', tab, indicator });
  return (
    <footer>
      <p className="caption">
        {report.meta.place} {report.meta.year} · {sectionPath(report, range.start)}
      </p>
      <p className="card-ways">
        <button className="quiet" onClick={() => compare('matrix')}>
          指标对照
        </button>
        <button className="quiet" onClick={() => compare('charts')}>
          图表与数据表
        </button>
        <CompareLink id={report.id} at={{ report, range }} />
        <button className="quiet" onClick={() => onCopy(observation)}>
          复制并带出处
        </button>
        <button className="quiet" onClick={() => onNote(observation)}>
          加批注
        </button>
      </p>
    </footer>
  );
}

/** The card of a number: what it measures, its value with bound and unit, and where it stands. */
export function NumberCard({
  volume,
  observation,
  top,
  onClose,
  onLeave,
  onCopy,
  onNote,
}: {
  readonly volume: Volume;
  readonly observation: Observation;
  /** Pixels from the top of the text, the line of the number. */
  readonly top: number;
  readonly onClose: () => void;
  /** A press elsewhere: the focus stays where it was pressed. */
  readonly onLeave: () => void;
  readonly onCopy: (observation: Observation) => void;
  /** Opens a new note on the number's words. */
  readonly onNote: (observation: Observation) => void;
}): ReactNode {
  const card = useRef<HTMLElement>(null);
  const { report } = volume;
  const { navigation } = useShell();
  const series = useSeries(observation);
  const named = otherNames(observation, series);
  useCommands({ dismiss: onClose });
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const away = target instanceof Element && !target.closest('.number-card, [data-observation]');
      if (away) onLeave();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onLeave]);
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
    if (card.current) uncover(card.current, observation.id);
  }, [observation.id]);
  return (
    <section
      ref={card}
      className="layer number-card"
      style={{ top }}
      tabIndex={-1}
      aria-label={`${observation.indicator}的数据卡`}
    >
      <header>
        <h2>{observation.indicator}</h2>
        <span className="caption">
          <span className={`mark ${observation.kind}`} aria-hidden="true" />{' '}
          {observation.kind === 'result' ? '结果' : '目标'} · {periodWords(observation.period)}
        </span>
        <button className="icon-button" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </header>
      <p className="number-card-value">
        {plainFigureWords(observation)} <small>{observation.unit}</small>
      </p>
      <dl>
        <CardRow label="界限">{BOUND_WORDS[observation.bound]}</CardRow>
        {companionsOf(observation, volume.observations).map((other) => (
          <CardRow key={other.id} label={other.measure === 'rank' ? '位次' : '增长'}>
            {observationWords(other)}
          </CardRow>
        ))}
        <CardRow label="地区">{observation.place}</CardRow>
        {named && <CardRow label="又称">{named}</CardRow>}
        <CardCorrection observation={observation} />
        <CardVerdict observation={observation} />
        <CardDoubt observation={observation} />
      </dl>
      {series && (
        <SeriesChart
          series={series}
          onOpen={({ observation: { report: id, range } }) => navigation.getState().openReport(id, range)}
        />
      )}
      <CardFooter report={report} observation={observation} onCopy={onCopy} onNote={onNote} />
    </section>
  );
}
