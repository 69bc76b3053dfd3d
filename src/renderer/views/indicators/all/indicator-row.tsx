import type { ReactNode } from 'react';
import { periodWords, type Observation } from '../../../../shared/report';
import type { FoundIndicator, PlacedObservations } from '../../../../shared/indicators';
import { MarkedWords } from '../../text/marked-words';
import { figureWords, observationWords } from '../../text/observation-words';

const KIND_WORDS: Readonly<Record<Observation['kind'], string>> = { result: '结果', target: '目标' };

export interface RowActions {
  /** Id of the value that is the list's one stop of the Tab key. */
  readonly stop: string | null;
  readonly nameOf: (report: string) => string;
  readonly onOpen: (observation: Observation) => void;
  readonly onFocus: (observation: Observation) => void;
}

function Value({
  observation,
  stop,
  nameOf,
  onOpen,
  onFocus,
}: RowActions & { readonly observation: Observation }): ReactNode {
  const { id, kind, unit, doubt, report, name } = observation;
  const said = `${KIND_WORDS[kind]}${doubt ? '，存疑' : ''}`;
  return (
    <button
      className={`indicator-value ${kind}`}
      data-observation={id}
      tabIndex={id === stop ? 0 : -1}
      title={`${nameOf(report)} · ${name}${doubt ? ` · ${doubt}` : ''}`}
      aria-label={`${name} ${periodWords(observation.period)} ${observationWords(observation)}，${said}，${nameOf(report)}，到原文`}
      onClick={() => onOpen(observation)}
      onFocus={() => onFocus(observation)}
    >
      <span className={`mark ${doubt ? 'doubt' : kind}`} aria-hidden="true" />
      <span className="indicator-figure">{figureWords(observation)}</span>
      <small>{unit}</small>
    </button>
  );
}

/** Values of one place under their periods; the list is sorted by period. */
const byPeriod = ({ observations }: PlacedObservations): readonly (readonly Observation[])[] =>
  observations.reduce<Observation[][]>((groups, observation) => {
    const last = groups.at(-1);
    if (last?.[0]?.period === observation.period) last.push(observation);
    else groups.push([observation]);
    return groups;
  }, []);

function PlaceLine({ placed, ...actions }: RowActions & { readonly placed: PlacedObservations }): ReactNode {
  return (
    <div className="indicator-place">
      <span className="indicator-place-name">{placed.place}</span>
      <ul>
        {byPeriod(placed).map((values) => (
          <li key={values[0]?.period}>
            <span className="indicator-period">{periodWords(values[0]?.period ?? '')}</span>
            {values.map((observation) => (
              <Value key={observation.id} observation={observation} {...actions} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Other names shown without a query; a name that answered one is always shown. */
const MOST_ALIASES = 3;

function Aliases({ found }: { readonly found: FoundIndicator }): ReactNode {
  const { entry, alias } = found;
  if (alias)
    return (
      <span className="caption">
        又称 <MarkedWords text={alias.name} marks={alias.marks} />
      </span>
    );
  if (!entry.aliases.length) return null;
  return <span className="caption">又称 {entry.aliases.slice(0, MOST_ALIASES).join('、')}</span>;
}

/** An indicator with all its values, by place and period. */
export function IndicatorRow({
  found,
  topic,
  ...actions
}: RowActions & {
  readonly found: FoundIndicator;
  /** Whether the row says its topic itself: it stands under no head. */
  readonly topic: boolean;
}): ReactNode {
  const { entry } = found;
  return (
    <>
      <div className="indicator-name">
        <h3>
          <MarkedWords text={entry.indicator} marks={found.marks} />
        </h3>
        <Aliases found={found} />
        {topic && <span className="caption">{entry.topic}</span>}
      </div>
      <div className="indicator-places">
        {entry.places.map((placed) => (
          <PlaceLine key={placed.place} placed={placed} {...actions} />
        ))}
      </div>
    </>
  );
}
