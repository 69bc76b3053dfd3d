import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { LevelPair } from '../../../../shared/commitments';
import type { Fault } from '../../../../shared/fault';
import { kinOf } from '../../../../shared/places';
import { STAGE_LABELS, type Range, type Report } from '../../../../shared/report';
import { useApp, useLibrary, useShell } from '../../../state/app';
import { byDivision } from '../../../../shared/ledger';
import { useReports } from '../../../state/library/use-reports';
import { useScope } from '../../../state/library/use-scope';
import { PickerLayer } from '../../parts/picker/picker-layer';
import { PLACE_WORDS, placeFinder } from '../../parts/scope/scope-offers';
import { EmptyState, FaultState, Opening } from '../../states/states';
import { CommitmentPassage } from '../passage';
import { useReportNames } from './use-report-names';
import './pledges.css';
import './life.css';
import './levels.css';

type Answer =
  | { readonly key: string; readonly pairs: readonly LevelPair[] }
  | { readonly key: string; readonly fault: Fault };

/** The pairs of two places; null until they have been read. */
const usePairs = (from: string, to: string): Answer | null => {
  const { library } = useShell();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = `${from}|${to}`;
  useEffect(() => {
    let stale = false;
    if (from === '' || to === '') return;
    void library
      .getState()
      .levels(from, to)
      .then((read) => {
        if (!stale) setAnswer(read.ok ? { key, pairs: read.value } : { key, fault: read.fault });
      });
    return () => {
      stale = true;
    };
  }, [library, from, to, key]);
  return answer?.key === key ? answer : null;
};

function Passage({
  report,
  id,
  range,
  kind,
  nameOf,
}: {
  readonly report: Report | undefined;
  readonly id: string;
  readonly range: Range;
  readonly kind: 'target' | 'result';
  readonly nameOf: (report: string) => string;
}): ReactNode {
  const { navigation } = useApp();
  return (
    report && (
      <CommitmentPassage
        report={report}
        range={range}
        observation={null}
        marked
        kind={kind}
        name={nameOf(id)}
        onOpen={() => navigation.getState().openReport(id, range)}
      />
    )
  );
}

function PairRow({
  pair: { pledge, counterpart },
  to,
  reports,
  nameOf,
}: {
  readonly pair: LevelPair;
  readonly to: string;
  readonly reports: ReadonlyMap<string, Report>;
  readonly nameOf: (report: string) => string;
}): ReactNode {
  return (
    <tr>
      <th scope="row">
        {pledge.object}
        <span className="caption">
          {pledge.due} 年要{STAGE_LABELS[pledge.stage]}
        </span>
      </th>
      <td>
        <Passage
          report={reports.get(pledge.report)}
          id={pledge.report}
          range={pledge.range}
          kind="target"
          nameOf={nameOf}
        />
      </td>
      <td>
        {counterpart ? (
          <>
            <Passage
              report={reports.get(counterpart.report)}
              id={counterpart.report}
              range={counterpart.range}
              kind={counterpart.as === 'promised' ? 'target' : 'result'}
              nameOf={nameOf}
            />
            {counterpart.alias && <p className="caption">{counterpart.alias}</p>}
          </>
        ) : (
          <p className="commitment-absent">{to}的报告没有提</p>
        )}
      </td>
    </tr>
  );
}

/** So many rows are shown until more are asked for. */
const ROWS = 60;

function Pairs({
  pairs,
  from,
  to,
}: {
  readonly pairs: readonly LevelPair[];
  readonly from: string;
  readonly to: string;
}): ReactNode {
  const [only, setOnly] = useState<'all' | 'both' | 'one'>('all');
  const [most, setMost] = useState(ROWS);
  const { nameOf } = useReportNames();
  const both = pairs.filter(({ counterpart }) => counterpart !== null);
  const sorted = useMemo(
    () => pairs.toSorted((a, b) => Number(a.counterpart === null) - Number(b.counterpart === null)),
    [pairs],
  );
  const chosen = sorted.filter(
    ({ counterpart }) => only === 'all' || (only === 'both') === (counterpart !== null),
  );
  const shown = chosen.slice(0, most);
  const reports = useReports([
    ...new Set(
      shown.flatMap(({ pledge, counterpart }) => [
        pledge.report,
        ...(counterpart ? [counterpart.report] : []),
      ]),
    ),
  ]);
  const choice = (value: typeof only, words: string) => (
    <button aria-pressed={only === value} onClick={() => setOnly(value)}>
      {words}
    </button>
  );
  return (
    <>
      <div className="segment" role="group" aria-label="看哪些">
        {choice('all', `全部 ${String(pairs.length)}`)}
        {choice('both', `两边都说到 ${String(both.length)}`)}
        {choice('one', `${to}没有提 ${String(pairs.length - both.length)}`)}
      </div>
      <p className="caption">没有提只是报告里没有这句话，不说明没有做。</p>
      <div className="levels-scroll" tabIndex={0} role="group" aria-label="两级对照">
        <table className="levels-table">
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">{from}部署</th>
              <th scope="col">{to}说到</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <PairRow key={pair.pledge.id} pair={pair} to={to} reports={reports} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
        {shown.length < chosen.length && (
          <button className="button" onClick={() => setMost(most + ROWS)}>
            再看 {Math.min(ROWS, chosen.length - shown.length)} 项，还有 {chosen.length - shown.length} 项
          </button>
        )}
      </div>
    </>
  );
}

/** Of more places one is picked by typing. */
const MOST_LISTED = 24;

function PlaceChoice({
  label,
  value,
  places,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly places: readonly string[];
  readonly onChoose: (place: string) => void;
}): ReactNode {
  const find = useMemo(() => placeFinder(places), [places]);
  if (places.length > MOST_LISTED)
    return (
      <span className="commitment-choice">
        {label}{' '}
        <PickerLayer label={label} shown={value} find={find} words={PLACE_WORDS} onChoose={onChoose} />
      </span>
    );
  return (
    <label className="commitment-choice">
      <span>{label}</span>{' '}
      <select className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
        {places.map((place) => (
          <option key={place}>{place}</option>
        ))}
      </select>
    </label>
  );
}

/** 上下级: what one place promises, beside what a place above or below it says of the same. */
export function LevelsDesk(): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  const kin = useMemo(
    () => kinOf([...new Set(shelf.map(({ entry }) => entry.place))].toSorted(byDivision)),
    [shelf],
  );
  const [chosen, setChosen] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const { home } = useScope();
  const places = useMemo(() => [...kin.keys()], [kin]);
  const first = home !== null && kin.has(home) ? home : (places[0] ?? '');
  const from = chosen && kin.has(chosen.from) ? chosen.from : first;
  const others = kin.get(from) ?? [];
  const to = chosen && others.includes(chosen.to) ? chosen.to : (others[0] ?? '');
  const answer = usePairs(from, to);
  if (to === '')
    return (
      <EmptyState character="级" title="书架上没有同一地区的上下级">
        放上同一地区上级或下级的报告，这里会把两边说到的同一件事并排列出。
      </EmptyState>
    );
  return (
    <main className="levels">
      <div className="commitment-filters" role="group" aria-label="两级">
        <PlaceChoice
          label="看"
          value={from}
          places={places}
          onChoose={(place) => setChosen({ from: place, to })}
        />
        <PlaceChoice
          label="的事项，对"
          value={to}
          places={others}
          onChoose={(place) => setChosen({ from, to: place })}
        />
        <button className="button small" onClick={() => setChosen({ from: to, to: from })}>
          反过来看
        </button>
      </div>
      <hr className="double-rule" />
      {answer === null && <Opening what="正在把两边的报告对在一起" />}
      {answer && 'fault' in answer && <FaultState title="两级没有对成" fault={answer.fault} />}
      {answer && 'pairs' in answer && answer.pairs.length === 0 && (
        <EmptyState character="零" title="共 0 项">
          {from}的报告里没有读到事项。
        </EmptyState>
      )}
      {answer && 'pairs' in answer && answer.pairs.length > 0 && (
        <Pairs key={answer.key} pairs={answer.pairs} from={from} to={to} />
      )}
    </main>
  );
}
