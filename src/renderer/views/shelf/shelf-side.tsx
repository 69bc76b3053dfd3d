import type { ReactNode } from 'react';
import { isSurvey, type CatalogEntry } from '../../../shared/report';
import { typeset } from '../../../shared/parse';
import { useShell, usePositions } from '../../state/app';
import { shortName, type ReportFacts, type Shelved } from '../../state/library/library';
import { useReport } from '../../state/library/use-reports';
import { latestPosition, progressWords } from '../../state/library/positions';
import { grouped } from '../text/grouped';
import { numberCount } from './cover';

/** Where the reader stopped: only this report is open on the shelf. */
function ReadOn(): ReactNode {
  const { navigation } = useShell();
  const position = usePositions((state) => latestPosition(state.byReport));
  const report = useReport(position?.report ?? '');
  const paragraph = report?.paragraphs.find(({ range }) => range.start === position?.paragraphStart);
  if (!report || !paragraph) return null;
  const { heading } = report.sections[paragraph.section] ?? { heading: '' };
  return (
    <section className="side-block">
      <h2 className="section-title">接着读</h2>
      <p className="side-quote">{typeset(report.clean.slice(paragraph.range.start, paragraph.range.end))}</p>
      <p className="caption">
        {report.meta.place} {report.meta.year}
        {heading && ` · ${typeset(heading)}`}
      </p>
      <button className="button primary" onClick={() => navigation.getState().openReport(report.id)}>
        接着读
      </button>
    </section>
  );
}

/** Reports read before the last one; so many are offered. */
const MOST_RECENT = 4;

function RecentReports({ shelf }: { readonly shelf: readonly Shelved[] }): ReactNode {
  const { navigation } = useShell();
  const byReport = usePositions((state) => state.byReport);
  const entries = new Map(shelf.map(({ entry }) => [entry.id, entry]));
  const recent = Object.values(byReport)
    .toSorted((a, b) => b.readAt - a.readAt)
    .flatMap((position) => {
      const entry = entries.get(position.report);
      return entry ? [{ entry, position }] : [];
    })
    .slice(1, MOST_RECENT + 1);
  if (recent.length === 0) return null;
  return (
    <section className="side-block" aria-label="最近读过">
      <h2 className="section-title">最近读过</h2>
      <ul>
        {recent.map(({ entry, position }) => (
          <li key={entry.id} className="side-pair">
            <span>{shortName(entry)}</span>
            <button
              className="quiet"
              aria-label={`接着读 ${shortName(entry)}`}
              onClick={() => navigation.getState().openReport(entry.id)}
            >
              {progressWords(position)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** So many pairs are offered; the others are chosen in 对读. */
const MOST_PAIRS = 8;

type EntryPair = readonly [CatalogEntry, CatalogEntry];

/** Pairs worth setting side by side: neighbouring full-year reports of a place, then the newest of two places. */
const pairsToCompare = (entries: readonly CatalogEntry[]): readonly EntryPair[] => {
  const main = entries.filter((entry) => !isSurvey(entry)).toSorted((a, b) => b.year - a.year);
  const later = new Map<string, CatalogEntry>();
  const neighbours = main.flatMap((entry): readonly EntryPair[] => {
    const next = later.get(entry.place);
    if (next?.year !== entry.year) later.set(entry.place, entry);
    return next && next.year > entry.year ? [[entry, next]] : [];
  });
  const [newest] = main;
  const elsewhere = main.find(({ place }) => place !== newest?.place);
  const offered = neighbours.slice(0, MOST_PAIRS);
  return newest && elsewhere ? [...offered, [newest, elsewhere]] : offered;
};

function Pairs({ entries }: { readonly entries: readonly CatalogEntry[] }): ReactNode {
  const { navigation } = useShell();
  const pairs = pairsToCompare(entries);
  if (!pairs.length) return null;
  return (
    <section className="side-block">
      <h2 className="section-title">对照</h2>
      <ul>
        {pairs.map(([left, right]) => {
          const reports = [left.id, right.id];
          const name =
            left.place === right.place
              ? `${left.place} ${left.year} — ${right.year}`
              : `${shortName(left)} — ${shortName(right)}`;
          return (
            <li key={reports.join()} className="side-pair">
              <span>{name}</span>
              <button
                className="quiet"
                aria-label={`对读 ${name}`}
                onClick={() => navigation.getState().go({ view: 'compare', reports })}
              >
                对读
              </button>
              <button
                className="quiet"
                aria-label={`打印 ${name} 对照表`}
                onClick={() => navigation.getState().go({ view: 'print', reports })}
              >
                对照表
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The right side of the shelf: read on, compare, and what the library holds. */
export function ShelfSide({
  shelf,
  facts,
}: {
  readonly shelf: readonly Shelved[];
  readonly facts: readonly ReportFacts[];
}): ReactNode {
  const characters = facts.reduce((sum, one) => sum + one.characters, 0);
  const numbers = facts.reduce((sum, one) => sum + numberCount(one), 0);
  return (
    <aside className="shelf-side" aria-label="接着读与对照">
      <ReadOn />
      <RecentReports shelf={shelf} />
      <Pairs entries={shelf.map(({ entry }) => entry)} />
      <p className="caption shelf-total">
        {grouped(shelf.length)} 篇
        {facts.length > 0 && (
          <>
            ，{facts.length < shelf.length && `其中 ${facts.length} 篇已数过：`}
            {grouped(characters)} 字，{numbers} 个数
          </>
        )}
        。
        <br />
        每个数都能回到原句。
        <br />
        只在本机运行，从不联网。
      </p>
    </aside>
  );
}
