import { Suspense, type ReactNode } from 'react';
import { keyHint } from '../../../shared/commands';
import { useCommandHub } from '../../commands/use-commands';
import { useShell } from '../../state/app';
import { Importing } from './importing';
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
            <kbd>{keyHint('find-everywhere')}</kbd>
          </button>
        )}
        <Suspense fallback={<span className="saved">正在打开</span>}>
          <Importing />
          <SavedState />
        </Suspense>
        <TypePanelButton />
        <HelpButton />
      </div>
    </header>
  );
}

/** 按键: the keys of every view. */
function HelpButton(): ReactNode {
  const hub = useCommandHub();
  return (
    <button
      className="icon-button"
      aria-label="按键"
      title={`按键（${keyHint('help')}）`}
      onClick={() => hub.run('help')}
    >
      ?
    </button>
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
