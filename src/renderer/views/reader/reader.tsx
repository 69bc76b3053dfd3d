import { Suspense, type ReactNode } from 'react';
import { useShell, useLibrary, useNavigation } from '../../state/app';
import { TopBar } from '../frame/top-bar';
import { DamagedReport } from '../states/damaged-report';
import { EmptyState, Opening } from '../states/states';
import { ReadingDesk } from './reading-desk';
import { ReportTabs } from './report-tabs';
import './outline.css';
import './text.css';
import './margin.css';
import './number-card.css';
import './selection-menu.css';
import './bookmarks.css';
// The desk last: its narrow layouts place the parts above.
import './reader.css';

function NothingOpen(): ReactNode {
  const { navigation } = useShell();
  return (
    <EmptyState
      character="读"
      title="还没有打开报告"
      actions={
        <button className="button primary" onClick={() => navigation.getState().go({ view: 'shelf' })}>
          到书架选一篇
        </button>
      }
    >
      书架上的每一篇，点开就读；下次回来，还在您读到的那一段。
    </EmptyState>
  );
}

/** 阅读: outline, text and margin of one report, which the frame keeps open. */
export function Reader(): ReactNode {
  const report = useNavigation((state) => (state.place.view === 'reader' ? state.place.report : ''));
  const shelf = useLibrary((state) => state.shelf);
  const item = shelf.find(({ entry }) => entry.id === report);
  return (
    <div className="view">
      <TopBar title={<ReportTabs current={report} />} />
      {!item && <NothingOpen />}
      {(item?.state === 'opening' || item?.state === 'closed') && <Opening />}
      {item?.state === 'damaged' && (
        <Suspense fallback={<Opening />}>
          <DamagedReport item={item} />
        </Suspense>
      )}
      {item?.state === 'ready' && <ReadingDesk key={report} entry={item.entry} volume={item.volume} />}
    </div>
  );
}
