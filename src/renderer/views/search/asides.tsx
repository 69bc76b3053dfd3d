import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import type { Aside, Hit, Results } from '../../../shared/search';
import type { Spot } from '../../state/search/answer';
import { grouped } from '../text/grouped';
import { Marked } from './marked';
import { RowReport, type ReportName } from './row-report';
import './asides.css';

interface Opening {
  readonly nameOf: (report: string) => ReportName | undefined;
  readonly onOpen: (spot: Spot) => void;
}

/** The words that stand at the places of a hit. */
const wordsOf = ({ passage, matches }: Hit): readonly string[] =>
  matches.map(({ range }) => passage.text.slice(range.start - passage.start, range.end - passage.start));

function AsideRow({ hit, nameOf, onOpen }: Opening & { readonly hit: Hit }): ReactNode {
  const { passage, matches, excerpt } = hit;
  const [first] = matches;
  return (
    <li>
      <RowReport name={nameOf(passage.report)} />
      <button
        className="quiet"
        onClick={() => first && onOpen({ report: passage.report, range: first.range, near: true })}
      >
        {excerpt.cutBefore && '……'}
        <Marked text={typeset(excerpt.text)} marks={excerpt.marks} near />
        {excerpt.cutAfter && '……'}
      </button>
    </li>
  );
}

function AsideGroup({
  aside: { total, hits },
  tag,
  why,
  isAlone = false,
  ...opening
}: Opening & {
  readonly aside: Aside;
  readonly tag: string;
  readonly why: string;
  /** Whether nothing else was found: then there is nothing to be folded away for. */
  readonly isAlone?: boolean;
}): ReactNode {
  if (total.matches === 0) return null;
  return (
    <details className="search-aside" open={isAlone}>
      <summary>
        <span className="near-tag">{tag}</span> <b>{grouped(total.matches)} 处</b>{' '}
        <span className="near-why">{why}</span>
      </summary>
      <ul>
        {hits.map((hit) => (
          <AsideRow key={hit.passage.id} hit={hit} {...opening} />
        ))}
      </ul>
      {hits.length < total.passages && (
        <p className="caption">
          这里列出 {hits.length} 段，共 {total.passages} 段。
        </p>
      )}
    </details>
  );
}

const MOST_NAMES = 3;

/** Shows what was found beside the hits, each counted apart: by another word, and as a part of a longer number. */
export function Asides({ results, ...opening }: Opening & { readonly results: Results }): ReactNode {
  const names = [...new Set(results.alias.hits.flatMap(wordsOf))].slice(0, MOST_NAMES);
  return (
    <>
      <AsideGroup
        aside={results.alias}
        tag="又称"
        why={`写作“${names.join('”“')}”的地方，是同一个意思。`}
        isAlone={results.total.matches === 0}
        {...opening}
      />
      <AsideGroup
        aside={results.part}
        tag="数的一部分"
        why="您写的数在这里只是一个更长的数的一截，是另一个数。"
        {...opening}
      />
    </>
  );
}
