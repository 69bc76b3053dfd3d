import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { COLOURS, type AnnotationBody, type Colour, type Range } from '../../../shared/report';
import { useApp, useNotes } from '../../state/app';
import type { Volume } from '../../state/library/library';
import { useSelection } from './use-selection';

/** What is done with selected words. */
type Act =
  | { readonly kind: 'mark'; readonly look: Partial<AnnotationBody>; readonly write: boolean }
  | { readonly kind: 'give' };

const NOTE: Act = { kind: 'mark', look: {}, write: true };
const UNDERLINE: Act = { kind: 'mark', look: { underline: true }, write: false };
const GIVE: Act = { kind: 'give' };

const colouring = (colour: Colour): Act => ({ kind: 'mark', look: { colour }, write: false });

/** Keys that act on a selection: 1 to 4 colour it, U underlines it, N writes a note, A adds it to the note that waits. */
const actOf = (event: KeyboardEvent, waiting: boolean): Act | null => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return null;
  const key = event.key.toLowerCase();
  if (key === 'n') return NOTE;
  if (key === 'u') return UNDERLINE;
  if (key === 'a' && waiting) return GIVE;
  const colour = COLOURS[Number(key) - 1];
  return colour ? colouring(colour) : null;
};

/** Pixels between the menu and the edge of the pane. */
const MARGIN = 8;

/** Moves what stands at a height of the pane so far that all of it is in sight, where the pane is high enough. */
const useInSight = (pane: RefObject<HTMLElement | null>, top: number | null) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [shown, view] = [box.current, pane.current];
    if (top === null || !shown || !view) return;
    const lowest = view.scrollTop + view.clientHeight - shown.offsetHeight - MARGIN;
    shown.style.top = `${Math.max(view.scrollTop + MARGIN, Math.min(top, lowest))}px`;
  }, [pane, top]);
  return box;
};

/** What can be done with selected words, in the margin beside the line where they start. */
export function SelectionMenu({
  volume,
  pane,
  onMark,
  onGive,
  onCopy,
}: {
  readonly volume: Volume;
  readonly pane: RefObject<HTMLElement | null>;
  /** Marks the passage; with `write` the note's editor opens. */
  readonly onMark: (range: Range, look: Partial<AnnotationBody>, write: boolean) => void;
  /** Gives the passage to the note that waits for one. */
  readonly onGive: (range: Range) => void;
  readonly onCopy: (range: Range) => void;
}): ReactNode {
  const { navigation, search } = useApp();
  const { report } = volume;
  const selected = useSelection(report, pane);
  const wanted = useNotes((state) => state.wanted);
  const waiting = wanted !== null;

  useEffect(() => {
    if (!selected) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'c') {
        event.preventDefault();
        return onCopy(selected.range);
      }
      if (event.key === 'Escape') return getSelection()?.removeAllRanges();
      const act = actOf(event, waiting);
      if (!act) return;
      event.preventDefault();
      if (act.kind === 'give') onGive(selected.range);
      else onMark(selected.range, act.look, act.write);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [selected, waiting, onMark, onGive, onCopy]);

  const menu = useInSight(pane, selected?.top ?? null);
  if (!selected) return null;
  const { range, top } = selected;
  const words = report.clean.slice(range.start, range.end);
  const searchWords = () => {
    search.getState().ask(`“${words}”`);
    navigation.getState().go({ view: 'search' });
  };
  return (
    <div className="layer selection-menu" role="menu" aria-label="选中的文字" style={{ top }} ref={menu}>
      {waiting && (
        <>
          <MenuItem
            label={wanted.replaces === null ? '加到那条批注' : '就是这里'}
            hint="A"
            onChoose={() => onGive(range)}
          />
          <hr />
        </>
      )}
      {COLOURS.map((colour, index) => (
        <MenuItem
          key={colour}
          label={colour}
          hint={String(index + 1)}
          onChoose={() => onMark(range, { colour }, false)}
        >
          <span className="swatch" data-colour={index + 1} aria-hidden="true" />
        </MenuItem>
      ))}
      <MenuItem label="下划线" hint="U" onChoose={() => onMark(range, { underline: true }, false)} />
      <hr />
      <MenuItem label="加批注" hint="N" onChoose={() => onMark(range, {}, true)} />
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
