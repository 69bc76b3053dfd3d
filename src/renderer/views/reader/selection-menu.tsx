import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { COLOURS, type AnnotationBody, type Colour, type Range } from '../../../shared/report';
import { keyHint } from '../../../shared/commands';
import { typeset } from '../../../shared/parse';
import { wordCount } from '../../../shared/text';
import { useCommands } from '../../commands/use-commands';
import { useApp, useNotes } from '../../state/app';
import type { Library, Volume } from '../../state/library/library';
import { grouped } from '../text/grouped';
import { useCopyPlain } from '../parts/use-copy';
import { useSelection } from './use-selection';

const COLOURING = ['colour-1', 'colour-2', 'colour-3', 'colour-4'] as const;

/** Longer words are no term and no name. */
const LONGEST = 40;

const entryPlace = ({ shelf }: Library, report: string): string =>
  shelf.find(({ entry }) => entry.id === report)?.entry.place ?? '';

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

/** Shows what can be done with selected words, in the margin beside the line where they start. */
export function SelectionMenu({
  volume,
  pane,
  onMark,
  onGive,
  onCopy,
  onAloud,
}: {
  readonly volume: Volume;
  readonly pane: RefObject<HTMLElement | null>;
  /** Marks the passage; with `write` the note's editor opens. */
  readonly onMark: (range: Range, look: Partial<AnnotationBody>, write: boolean) => void;
  /** Gives the passage to the note that waits for one. */
  readonly onGive: (range: Range) => void;
  readonly onCopy: (range: Range) => void;
  readonly onAloud: ((range: Range) => void) | null;
}): ReactNode {
  const { report } = volume;
  const selected = useSelection(report, pane);
  const wanted = useNotes((state) => state.wanted);
  const waiting = wanted !== null;

  /** Does something with the selected words; without any it is not the menu's turn. */
  const withWords = (act: (range: Range) => void) => () => {
    if (!selected) return false;
    act(selected.range);
    return true;
  };
  const showLife = useLifeOf(volume);
  const colouring = (colour: Colour | undefined) =>
    withWords((range) => colour && onMark(range, { colour }, false));
  useCommands({
    'colour-1': colouring(COLOURS[0]),
    'colour-2': colouring(COLOURS[1]),
    'colour-3': colouring(COLOURS[2]),
    'colour-4': colouring(COLOURS[3]),
    underline: withWords((range) => onMark(range, { underline: true }, false)),
    note: withWords((range) => onMark(range, {}, true)),
    'give-passage': () => waiting && withWords(onGive)(),
    'copy-cited': withWords(onCopy),
    life: withWords(showLife),
    dismiss: withWords(() => getSelection()?.removeAllRanges()),
  });

  const copyPlain = useCopyPlain();
  const menu = useInSight(pane, selected?.top ?? null);
  if (!selected) return null;
  const { range, top } = selected;
  const words = report.clean.slice(range.start, range.end);
  return (
    <div className="layer selection-menu" role="menu" aria-label="选中的文字" style={{ top }} ref={menu}>
      <p className="caption selection-count">选中 {grouped(wordCount(words))} 字</p>
      {waiting && (
        <>
          <MenuItem
            label={wanted.replaces === null ? '加到那条批注' : '就是这里'}
            hint={keyHint('give-passage')}
            onChoose={() => onGive(range)}
          />
          <hr />
        </>
      )}
      <Colours onChoose={(colour) => onMark(range, { colour }, false)} />
      <MenuItem
        label="下划线"
        hint={keyHint('underline')}
        onChoose={() => onMark(range, { underline: true }, false)}
      />
      <hr />
      <MenuItem label="加批注" hint={keyHint('note')} onChoose={() => onMark(range, {}, true)} />
      <MenuItem label="复制" hint="Ctrl C" onChoose={() => void copyPlain(typeset(words))} />
      <MenuItem label="复制并带出处" hint={keyHint('copy-cited')} onChoose={() => onCopy(range)} />
      {onAloud && <MenuItem label="朗读" onChoose={() => onAloud(range)} />}
      {words.length <= LONGEST && !words.includes('\n') && (
        <WordActs words={words} onLife={() => showLife(range)} />
      )}
    </div>
  );
}

function Colours({ onChoose }: { readonly onChoose: (colour: Colour) => void }): ReactNode {
  return COLOURS.map((colour, index) => (
    <MenuItem
      key={colour}
      label={colour}
      hint={keyHint(COLOURING[index] ?? 'colour-1')}
      onChoose={() => onChoose(colour)}
    >
      <span className="swatch" data-colour={index + 1} aria-hidden="true" />
    </MenuItem>
  ));
}

/** Shows what can be done with a term or a name. */
function WordActs({ words, onLife }: { readonly words: string; readonly onLife: () => void }): ReactNode {
  const { navigation, search } = useApp();
  const searchWords = () => {
    search.getState().ask(`“${words}”`);
    navigation.getState().go({ view: 'search' });
  };
  return (
    <>
      <MenuItem label="搜索此词" onChoose={searchWords} />
      <MenuItem label="历年走到哪一步" hint={keyHint('life')} onChoose={onLife} />
    </>
  );
}

/** Opens the life over the years of what a passage names. */
const useLifeOf = ({ report }: Volume): ((range: Range) => void) => {
  const { library, navigation } = useApp();
  return ({ start, end }) => {
    const name = report.clean.slice(start, end).replace(/\s+/gu, '');
    const asked = { name, place: entryPlace(library.getState(), report.id) };
    navigation.getState().go({ view: 'commitments', asked });
  };
};

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
