import { Suspense, type ReactNode } from 'react';
import { explained, isSurvey, type CatalogEntry } from '../../../shared/report';
import { useLibrary, useShell, useNotes, usePositions } from '../../state/app';
import { shortName, type ReportFacts, type Shelved } from '../../state/library/library';
import { progressWords } from '../../state/library/positions';
import { grouped } from '../text/grouped';
import { hanYear } from './shelf-grid';

const slip = (entry: CatalogEntry): string =>
  `${entry.place}${isSurvey(entry) ? '亮点回顾' : '政府工作报告'}`;

const periods = (label: string, list: readonly string[]): string =>
  list.length ? `${label} ${list.join('、').replaceAll('-', '—')}` : '';

/** Things of one line with dots between them; where they need two, none is broken inside and no dot begins a line. */
function Line({ things }: { readonly things: readonly string[] }): ReactNode {
  return (
    <span className="cover-line">
      {things.filter(Boolean).map((thing, at) => (
        <span key={thing} className="cover-thing">
          {at > 0 && <span className="cover-dot"> · </span>}
          {thing}
        </span>
      ))}
    </span>
  );
}

/** Numbers stated once; a tile that repeats its paragraph is not counted again. */
export const numberCount = ({ observations }: ReportFacts): number =>
  observations.filter(({ duplicateOf }) => duplicateOf === null).length;

function NoteCount({ report }: { readonly report: string }): ReactNode {
  const count = useNotes((state) => state.byReport[report]?.length ?? 0);
  return count > 0 ? `批注 ${count}` : null;
}

/** Values that cannot be right are caveats too, once the reports of the place have been held against each other. */
const caveatCount = ({ caveats, observations }: ReportFacts): number =>
  caveats + observations.filter(({ doubt }) => doubt !== null).length;

function Facts({ facts }: { readonly facts: ReportFacts }): ReactNode {
  return (
    <>
      <Line things={[periods('回顾', facts.meta.reviews), periods('部署', facts.meta.plans)]} />
      <Line things={[`${grouped(facts.characters)} 字`, `${numberCount(facts)} 个数`]} />
      <span>
        {caveatCount(facts) > 0 && `存疑 ${caveatCount(facts)}　`}
        <Suspense>
          <NoteCount report={facts.report} />
        </Suspense>
      </span>
    </>
  );
}

/** A report on the shelf: a thread-bound cover, and under it what it is and how far it has been read. */
export function Cover({ item, latest }: { readonly item: Shelved; readonly latest: boolean }): ReactNode {
  const { navigation } = useShell();
  const position = usePositions((state) => state.byReport[item.entry.id]);
  const { entry } = item;
  const facts = useLibrary((state) => state.facts.get(entry.id));
  return (
    <button
      className="cover"
      data-report={item.entry.id}
      title={explained(entry.genre)}
      aria-description={explained(entry.genre)}
      onClick={() => navigation.getState().openReport(entry.id)}
    >
      <span className="cover-book" aria-hidden="true">
        <span className="cover-slip">{slip(entry)}</span>
        <span className="cover-year">{hanYear(entry.year)}</span>
        {latest && <span className="cover-bookmark" />}
      </span>
      <span className="cover-facts">
        <span className="cover-name">{shortName(entry)}</span>
        <span className="cover-genre">
          <strong>{entry.genre}</strong>
          {item.state === 'damaged' ? '打不开' : progressWords(position)}
        </span>
        {item.state !== 'damaged' && facts && <Facts facts={facts} />}
        {item.state === 'damaged' && <span>{item.fault.reason}</span>}
      </span>
    </button>
  );
}
