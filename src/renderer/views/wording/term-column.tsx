import type { ReactNode } from 'react';
import type { Occurrence, Term } from '../../../shared/compare';
import { typeset } from '../../../shared/parse';
import { CAVEAT_LABELS, rangesOverlap } from '../../../shared/report';
import { nameSection } from '../../../shared/sheet';
import { useApp } from '../../state/app';
import { countColumns, sourceTags, type CountColumn, type Source } from './columns';
import { Quoted } from './quoted';

interface ColumnProps {
  readonly title: string;
  /** 2025 年有，2022、2023 年没有. */
  readonly words: string;
  /** What stands where there is no term. */
  readonly nothing: string;
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
  /** Tells how reports that are not compared are called. */
  readonly nameOf: (report: string) => string;
  readonly onStop: (term: string) => void;
}

function Counts({
  columns,
  counts,
}: {
  readonly columns: readonly CountColumn[];
  readonly counts: readonly number[];
}): ReactNode {
  return columns.map(({ label, source }) => {
    const count = source === null ? null : (counts[source] ?? 0);
    return (
      <span key={label} className={`wording-count ${count === null ? 'missing' : count > 0 ? 'said' : ''}`}>
        <span className="visually-hidden">{label} </span>
        {count ?? '缺'}
      </span>
    );
  });
}

/** One occurrence for each section, in reading order. */
const perSection = (occurrences: readonly Occurrence[]): readonly Occurrence[] =>
  occurrences.filter(
    (one, at) =>
      occurrences.findIndex(({ report, section }) => report === one.report && section === one.section) === at,
  );

/** Which sections say it, each a way to the place; more than three are counted. */
function Places({ term, sources }: { readonly term: Term; readonly sources: readonly Source[] }): ReactNode {
  const { navigation } = useApp();
  const tags = sourceTags(sources);
  const places = perSection(term.occurrences);
  return (
    <>
      {places.slice(0, 3).map((occurrence, at) => {
        const source = sources[occurrence.report];
        if (!source) return null;
        const again = places[at - 1]?.report === occurrence.report;
        return (
          <span key={occurrence.range.start} className="wording-place">
            {again ? '；' : `${at > 0 ? '　' : ''}${tags[occurrence.report] ?? ''} · `}
            <button
              className="plain-link"
              onClick={() => navigation.getState().openReport(source.report.id, occurrence.range)}
            >
              {typeset(nameSection(source.report, occurrence.section)) || '开头'}
            </button>
          </span>
        );
      })}
      {places.length > 3 && ` 等 ${places.length} 节`}
    </>
  );
}

/** ◇ 其中 1 处存疑（错位）: occurrences that stand where the source is doubtful. */
function Doubts({ term, sources }: { readonly term: Term; readonly sources: readonly Source[] }): ReactNode {
  const caveats = term.occurrences.flatMap(({ report, range }) => {
    const found = sources[report]?.report.caveats.find((caveat) => rangesOverlap(caveat.range, range));
    return found ?? [];
  });
  if (caveats.length === 0) return null;
  const types = [...new Set(caveats.map(({ type }) => CAVEAT_LABELS[type]))].join('、');
  return (
    <span className="wording-doubt" title={caveats.map(({ reason }) => reason).join('\n')}>
      <span className="mark doubt" aria-hidden="true" />
      {caveats.length === term.occurrences.length ? '' : `其中 ${caveats.length} 处`}存疑（{types}）
    </span>
  );
}

function TermItem({
  term,
  columns,
  props: { sources, nameOf, onStop },
}: {
  readonly term: Term;
  readonly columns: readonly CountColumn[];
  readonly props: ColumnProps;
}): ReactNode {
  const { navigation } = useApp();
  const [first] = term.occurrences;
  const source = first && sources[first.report];
  if (!source) return null;
  return (
    <li className="wording-item">
      <div className="wording-line">
        <h3 className="wording-term">{term.text}</h3>
        <Counts columns={columns} counts={term.counts} />
        <span className="wording-rate">{Math.max(...term.rates).toFixed(1)}</span>
      </div>
      <button
        className="wording-quote"
        onClick={() => navigation.getState().openReport(source.report.id, first.range)}
      >
        <Quoted clean={source.report.clean} range={first.excerpt} marked={[first.range]} />
      </button>
      <p className="caption wording-source">
        <Places term={term} sources={sources} />
        <Doubts term={term} sources={sources} />
        {term.elsewhere.length > 0 && (
          <span className="wording-elsewhere">{term.elsewhere.map(nameOf).join('、')} 已用</span>
        )}
        <button className="quiet wording-stop" onClick={() => onStop(term.text)}>
          不看<span className="visually-hidden">“{term.text}”</span>
        </button>
      </p>
    </li>
  );
}

/** 新提法 or 不再提: whole terms with their counts by year and where they stand. */
export function TermColumn(props: ColumnProps): ReactNode {
  const { title, words, nothing, terms, sources } = props;
  const columns = countColumns(sources);
  return (
    <section className="wording-column" aria-label={title}>
      <hr className="double-rule" />
      <header className="wording-head">
        <h2>{title}</h2>
        <span className="wording-words">
          {words}，{terms.length} 个
        </span>
        <div className="wording-line wording-years" aria-hidden="true">
          <span />
          {columns.map(({ label }) => (
            <span key={label} className="wording-count">
              {label}
            </span>
          ))}
          <span className="wording-rate">每万字</span>
        </div>
      </header>
      {terms.length === 0 ? (
        <p className="wording-none">{nothing}</p>
      ) : (
        <ul className="wording-list">
          {terms.map((term) => (
            <TermItem key={term.text} term={term} columns={columns} props={props} />
          ))}
        </ul>
      )}
    </section>
  );
}
