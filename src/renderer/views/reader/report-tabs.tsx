import type { ReactNode } from 'react';
import { useShell, useLibrary, useNavigation } from '../../state/app';
import { shortName } from '../../state/library/library';

/** The open reports, one tab each. */
export function ReportTabs({ current }: { readonly current: string }): ReactNode {
  const { navigation } = useShell();
  const tabs = useNavigation((state) => state.tabs);
  const shelf = useLibrary((state) => state.shelf);
  const names = new Map(shelf.map(({ entry }) => [entry.id, shortName(entry)]));
  return (
    <nav className="report-tabs" aria-label="打开的报告">
      {tabs
        .filter((tab) => names.has(tab))
        .map((tab) => (
          <span key={tab} className={tab === current ? 'report-tab current' : 'report-tab'}>
            <button
              onAuxClick={({ button }) => button === 1 && navigation.getState().closeTab(tab)}
              aria-current={tab === current ? 'page' : undefined}
              onClick={() => navigation.getState().openReport(tab)}
            >
              {names.get(tab) ?? tab}
            </button>
            <button
              aria-label={`关闭 ${names.get(tab) ?? tab}`}
              onClick={() => navigation.getState().closeTab(tab)}
            >
              ×
            </button>
          </span>
        ))}
    </nav>
  );
}
