import { Suspense, type ReactNode } from 'react';
import { useShell } from '../../state/app';
import { SavedState } from './saved-state';
import { TypePanelButton } from './type-panel';

/** The bar over a view: its title or tabs at the left, its tools, and the saved state always at the right. */
export function TopBar({
  title,
  tools,
  search = true,
}: {
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly search?: boolean;
}): ReactNode {
  const { navigation } = useShell();
  return (
    <header className="top-bar">
      <div className="top-bar-title">{title}</div>
      <div className="top-bar-tools">
        {tools}
        {search && (
          <button
            className="field search-button"
            onClick={() => navigation.getState().go({ view: 'search' })}
            aria-keyshortcuts="Control+Shift+F"
          >
            <SearchGlyph />
            <span>搜索全部报告</span>
            <kbd>Ctrl Shift F</kbd>
          </button>
        )}
        <Suspense fallback={<span className="saved">正在打开</span>}>
          <SavedState />
        </Suspense>
        <TypePanelButton />
      </div>
    </header>
  );
}

export function SearchGlyph(): ReactNode {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M10.5 10.5 14 14" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}
