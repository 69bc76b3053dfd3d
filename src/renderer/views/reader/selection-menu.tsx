import { useEffect, type ReactNode, type RefObject } from 'react';
import { COLOURS, type Colour, type Range } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { Volume } from '../../state/library';
import { useSelection } from './use-selection';

/** Keys that act on a selection: 1 to 4 colour it, N writes a note. */
const actionOf = (event: KeyboardEvent): Colour | 'note' | null => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return null;
  if (event.key.toLowerCase() === 'n') return 'note';
  return COLOURS[Number(event.key) - 1] ?? null;
};

/** What can be done with selected words, in the margin beside the line where they start. */
export function SelectionMenu({
  volume,
  pane,
  onMark,
  onCopy,
}: {
  readonly volume: Volume;
  readonly pane: RefObject<HTMLElement | null>;
  /** Marks the passage; with `write` the note's editor opens. */
  readonly onMark: (range: Range, colour: Colour, write: boolean) => void;
  readonly onCopy: (range: Range) => void;
}): ReactNode {
  const { navigation, search } = useApp();
  const { report } = volume;
  const selected = useSelection(report, pane);

  useEffect(() => {
    if (!selected) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'c') {
        event.preventDefault();
        return onCopy(selected.range);
      }
      if (event.key === 'Escape') return getSelection()?.removeAllRanges();
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      onMark(selected.range, action === 'note' ? COLOURS[0] : action, action === 'note');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [selected, onMark, onCopy]);

  if (!selected) return null;
  const { range, top } = selected;
  const words = report.clean.slice(range.start, range.end);
  const searchWords = () => {
    search.getState().ask(`“${words}”`);
    navigation.getState().go({ view: 'search' });
  };
  return (
    <div className="layer selection-menu" role="menu" aria-label="选中的文字" style={{ top }}>
      {COLOURS.map((colour, index) => (
        <MenuItem
          key={colour}
          label={colour}
          hint={String(index + 1)}
          onChoose={() => onMark(range, colour, false)}
        >
          <span className="swatch" data-colour={index + 1} aria-hidden="true" />
        </MenuItem>
      ))}
      <hr />
      <MenuItem label="加批注" hint="N" onChoose={() => onMark(range, COLOURS[0], true)} />
      <MenuItem label="复制并带出处" hint="Ctrl Shift C" onChoose={() => onCopy(range)} />
      {words.length <= 40 && !words.includes('\n') && <MenuItem label="搜索此词" onChoose={searchWords} />}
    </div>
  );
}

function MenuItem({
  label,
  hint,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    // The press must not take the selection away before the click is heard.
    <button role="menuitem" onPointerDown={(event) => event.preventDefault()} onClick={onChoose}>
      {children}
      <span className="menu-label">{label}</span>
      {hint && <kbd>{hint}</kbd>}
    </button>
  );
}
