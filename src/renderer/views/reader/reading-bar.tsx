import type { ReactNode } from 'react';
import type { CatalogEntry, Range, Report } from '../../../shared/report';
import { useShell } from '../../state/app';
import { keyHint } from '../../../shared/commands';
import { useCommands } from '../../commands/use-commands';
import { CompareLink } from '../parts/compare-link';
import type { ReadAloud } from './read-aloud';

export type Mode = 'clean' | 'source';
export type Drawer = 'outline' | 'margin' | null;

function ModeSwitch({
  mode,
  onChange,
}: {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}): ReactNode {
  return (
    <div className="segment" role="group" aria-label="文本">
      <button aria-pressed={mode === 'clean'} onClick={() => onChange('clean')}>
        整理
      </button>
      <button aria-pressed={mode === 'source'} onClick={() => onChange('source')}>
        原文
      </button>
    </div>
  );
}

/** The bar over the text: 整理 or 原文, where the reader is, and the ways out of here. */
export function ReadingBar({
  entry,
  path,
  mode,
  drawer,
  onMode,
  at,
  aloud,
  onDrawer,
}: {
  readonly entry: CatalogEntry;
  /** The passage the reader is at. */
  readonly at: () => { readonly report: Report; readonly range: Range } | null;
  readonly aloud: ReadAloud;
  /** Headings down to where the reader is. */
  readonly path: string;
  readonly mode: Mode;
  readonly drawer: Drawer;
  readonly onMode: (mode: Mode) => void;
  readonly onDrawer: (drawer: Drawer) => void;
}): ReactNode {
  const { navigation } = useShell();
  const readOn = () => {
    const here = at();
    if (!aloud.able) return false;
    if (aloud.speaking) aloud.stop();
    else if (here) aloud.read(here.range, true);
    return true;
  };
  useCommands({ 'read-aloud': readOn });
  const toggle = (name: 'outline' | 'margin', label: string) => (
    <button
      className={`quiet drawer-button for-${name}`}
      aria-expanded={drawer === name}
      onClick={() => onDrawer(drawer === name ? null : name)}
    >
      {label}
    </button>
  );
  return (
    <div className="reading-tools">
      {toggle('outline', '目录')}
      <ModeSwitch mode={mode} onChange={onMode} />
      <span className="reading-path">{path}</span>
      <CompareLink id={entry.id} at={at} byKey />
      {aloud.able && (
        <button
          className="quiet"
          title={`用系统自带的语音朗读，不联网（${keyHint('read-aloud')}）`}
          onClick={readOn}
        >
          {aloud.speaking ? '停止朗读' : '朗读'}
        </button>
      )}
      <button
        className="quiet"
        aria-keyshortcuts="Control+F"
        onClick={() => navigation.getState().requestFind()}
      >
        查找
      </button>
      {toggle('margin', '批注')}
    </div>
  );
}
