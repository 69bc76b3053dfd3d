import { lazy, Suspense, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { faultSentence } from '../../../shared/fault';
import { OWN_ID } from '../../../shared/library';
import { useLibrary, useNavigation, usePositions, useShell } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { useFacts } from '../../state/library/use-reports';
import { latestPosition } from '../../state/library/positions';
import { TopBar } from '../frame/top-bar';
import { Cover } from './cover';
import { CoverActs } from './cover-acts';
import { ShelfActs } from './shelf-acts';
import { ShelfSearch } from './shelf-search';
import { ShelfSide } from './shelf-side';
import { shelfGrid, type ShelfCell } from './shelf-grid';
import './cover.css';
import './shelf-side.css';
// The view last: its narrow layouts place the parts above.
import './shelf.css';

function Cell({ cell, latest }: { readonly cell: ShelfCell; readonly latest: string | null }): ReactNode {
  if (!cell.gap)
    return (
      <td>
        <div className="shelf-cell">
          {cell.items.map((item) => (
            <div key={item.entry.id} className="shelf-book">
              <Cover item={item} latest={item.entry.id === latest} />
              {OWN_ID.test(item.entry.id) && <CoverActs entry={item.entry} />}
            </div>
          ))}
        </div>
      </td>
    );
  return (
    <td>
      <div className="shelf-gap">
        <span className="shelf-gap-book">
          <span className="shelf-gap-mark" aria-hidden="true">
            缺
          </span>
          {cell.year} 年报告
          <br />
          未入架
        </span>
        <span className="caption">{cell.year - 1} 年的结果在这一篇</span>
      </div>
    </td>
  );
}

/** Covers in full size that a window of 1366 pixels holds beside each other. */
const MOST_WIDE = 5;

/** How many covers stand beside each other over the years: as many in each as the place with most has. */
const coversBeside = (rows: ReturnType<typeof shelfGrid>['rows']): number => {
  const [first] = rows;
  const inYear = (at: number) =>
    Math.max(1, ...rows.map(({ cells }) => (cells[at]?.gap === false ? cells[at].items.length : 0)));
  return (first?.cells ?? []).reduce((sum, _, at) => sum + inYear(at), 0);
};

/** Brings the report that has just come into sight; answers where it is to be looked for. */
const useShown = (): RefObject<HTMLTableElement | null> => {
  const grid = useRef<HTMLTableElement>(null);
  const shown = useNavigation(({ place }) => (place.view === 'shelf' ? place.shown : undefined));
  useLayoutEffect(() => {
    if (shown === undefined) return;
    const cover = grid.current?.querySelector(`[data-report="${CSS.escape(shown)}"]`);
    cover?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [shown]);
  return grid;
};

function Grid({ shelf }: { readonly shelf: readonly Shelved[] }): ReactNode {
  const latest = usePositions((state) => latestPosition(state.byReport)?.report ?? null);
  const { years, rows } = shelfGrid(shelf);
  const grid = useShown();
  return (
    <table ref={grid} className={coversBeside(rows) > MOST_WIDE ? 'shelf-grid dense' : 'shelf-grid'}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">地区</span>
          </th>
          {years.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.place}>
            <th scope="row">
              {row.place}
              <span className="caption">{row.count} 篇</span>
            </th>
            {row.cells.map((cell) => (
              <Cell key={cell.year} cell={cell} latest={latest} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Says which reports could not be opened; the shelf never shows fewer books as if nothing were wrong. */
function DamagedBanner({ shelf }: { readonly shelf: readonly Shelved[] }): ReactNode {
  const { library } = useShell();
  const damaged = shelf.filter((item) => item.state === 'damaged');
  if (!damaged.length) return null;
  return (
    <div className="banner" role="alert">
      <span className="alert-mark" aria-hidden="true">
        !
      </span>
      <p className="banner-text">
        <strong>有 {damaged.length} 份报告打不开：</strong>
        {damaged.map((item) => `${item.entry.file} ${item.fault.reason}`).join('；')}。
        您的批注都在，没有改动；其他报告可以照常读。{damaged[0]?.fault.remedy}
      </p>
      <button className="button small primary" onClick={() => void library.getState().recheck()}>
        重新检查
      </button>
    </div>
  );
}

/** Says that doubtful values and series are missing where the reports could not be held against each other. */
function RelationsBanner(): ReactNode {
  const fault = useLibrary((state) => state.fault);
  if (!fault) return null;
  return (
    <div className="banner" role="alert">
      <span className="alert-mark" aria-hidden="true">
        !
      </span>
      <p className="banner-text">{faultSentence(fault)}</p>
    </div>
  );
}

/** A table of its own, with the divisions it is ordered by; a shelf of few reports does without both. */
const ShelfTable = lazy(() => import('./shelf-table').then((module) => ({ default: module.ShelfTable })));

/** More reports are looked over in a table. */
const MOST_COVERS = 24;

const offOf = ({ entry }: Shelved): ReactNode => OWN_ID.test(entry.id) && <CoverActs entry={entry} />;

/** Covers tell what their reports hold; a table does not, and looks into none unasked. */
const NONE: readonly string[] = [];

/** 书架: every report of the library by place and year. */
export function Shelf(): ReactNode {
  const shelf = useLibrary((state) => state.shelf);
  useFacts(shelf.length > MOST_COVERS ? NONE : shelf.map(({ entry }) => entry.id));
  const facts = useLibrary((state) => state.facts);
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">书架</h1>} search={false} />
      <div className="shelf">
        <main className="shelf-main">
          <DamagedBanner shelf={shelf} />
          <RelationsBanner />
          <ShelfSearch />
          <ShelfActs />
          <hr className="double-rule" />
          {shelf.length > MOST_COVERS ? (
            <Suspense>
              <ShelfTable shelf={shelf} off={offOf} />
            </Suspense>
          ) : (
            <Grid shelf={shelf} />
          )}
        </main>
        <ShelfSide shelf={shelf} facts={[...facts.values()]} />
      </div>
    </div>
  );
}
