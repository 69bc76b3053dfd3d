import { useEffect, useRef, type ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { periodWords, type Bound, type Observation, type Report, type Series } from '../../../shared/report';
import { useLibrary, useShell } from '../../state/app';
import type { Volume } from '../../state/library';
import { SeriesChart } from '../charts/series-chart';

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  '=': '等于',
  '>': '突破、超过',
  '>=': '以上',
  '<=': '以内',
  '~': '左右',
};

export const valueWords = ({ value }: Observation): string =>
  typeof value === 'number'
    ? value.toLocaleString('zh-CN', { maximumFractionDigits: 6 })
    : value.map((bound) => bound.toLocaleString('zh-CN', { maximumFractionDigits: 6 })).join('—');

/** What the same clause says of the same indicator: its growth, its rank. */
const companions = ({ observations }: Volume, observation: Observation): readonly Observation[] =>
  observations.filter(
    (other) =>
      other.id !== observation.id &&
      other.indicator === observation.indicator &&
      other.period === observation.period &&
      other.place === observation.place &&
      (other.measure === 'growth' || other.measure === 'rank') &&
      Math.abs(other.range.start - observation.range.start) < 120,
  );

export const sectionPath = (report: Report, at: number): string => {
  const paragraph = report.paragraphs.find(({ range }) => range.start <= at && at < range.end);
  const path: string[] = [];
  for (
    let section = paragraph && report.sections[paragraph.section];
    section;
    section = section.parent === null ? undefined : report.sections[section.parent]
  )
    if (section.heading) path.unshift(typeset(section.heading));
  return path.join(' › ');
};

/** The series the number is a point of, where it has another point too. */
const useSeries = ({ id }: Observation): Series | undefined =>
  useLibrary(({ series }) =>
    series.find(({ points }) => points.length > 1 && points.some((point) => point.observation.id === id)),
  );

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Where the card is a sheet over the text, brings the number's line out from under it. */
const uncover = (card: HTMLElement, id: string): void => {
  const pane = card.closest('.pane');
  const number = pane?.querySelector(`[data-observation="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const { left, top } = card.getBoundingClientRect();
  if (number && number.right > left && number.bottom > top) pane?.scrollBy(0, number.bottom - top + 8);
};

/** The card of a number: what it measures, its value with bound and unit, and where it stands. */
export function NumberCard({
  volume,
  observation,
  top,
  onClose,
  onCopy,
}: {
  readonly volume: Volume;
  readonly observation: Observation;
  /** Pixels from the top of the text, the line of the number. */
  readonly top: number;
  readonly onClose: () => void;
  readonly onCopy: (observation: Observation) => void;
}): ReactNode {
  const card = useRef<HTMLElement>(null);
  const { report } = volume;
  const { navigation } = useShell();
  const series = useSeries(observation);
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
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
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
        {valueWords(observation)} <small>{observation.unit}</small>
      </p>
      <dl>
        <Row label="界限">{BOUND_WORDS[observation.bound]}</Row>
        {companions(volume, observation).map((other) => (
          <Row key={other.id} label={other.measure === 'rank' ? '位次' : '增长'}>
            {other.measure === 'rank' ? `第 ${valueWords(other)} 位` : `＋${valueWords(other)}${other.unit}`}
          </Row>
        ))}
        <Row label="地区">{observation.place}</Row>
        {observation.name !== observation.indicator && <Row label="原文称">{observation.name}</Row>}
        {observation.doubt && <Row label="存疑">{observation.doubt}</Row>}
      </dl>
      {series && (
        <SeriesChart
          series={series}
          onOpen={({ observation: { report: id, range } }) => navigation.getState().openReport(id, range)}
        />
      )}
      <footer>
        <p className="caption">
          {report.meta.place} {report.meta.year} · {sectionPath(report, observation.range.start)}
        </p>
        <button className="quiet" onClick={() => onCopy(observation)}>
          复制并带出处
        </button>
      </footer>
    </section>
  );
}
