import { useEffect, useState, type ReactNode } from 'react';
import { typeset } from '../../../../shared/parse';
import { useApp, useLibrary, useNotes } from '../../../state/app';
import { shortName } from '../../../state/library/library';
import { NoteWriting } from './note-writing';
import './notes.css';
import './note-text.css';
import './note-tags.css';

/** Tells that a note waits for a passage, in whatever view the reader looks for it. */
export function WantedBar(): ReactNode {
  const { notes } = useApp();
  const wanted = useNotes((state) => state.wanted);
  const note = useNotes((state) => (wanted ? state.byId.get(wanted.note) : undefined));
  if (!wanted || !note) return null;
  const { body, targets } = note.annotation;
  const words = body.text || (targets[0]?.quote.exact ?? '');
  const short = words.length > 24 ? `${words.slice(0, 24)}……` : words;
  return (
    <div className="layer wanted-bar" role="status">
      <span>
        {wanted.replaces === null ? `给批注“${short}”再加一处原文` : `给批注“${short}”另选一处原文`}
        ：选中文字，按 <kbd>A</kbd>
      </span>
      {wanted.replaces === null && <span className="caption">现有 {targets.length} 处</span>}
      <button className="button small" onClick={() => notes.getState().askPassage(null)}>
        {wanted.replaces === null ? '好了' : '不选了'}
      </button>
    </div>
  );
}

/** Gives the focus back to where it was before this opened, unless the reader has taken it elsewhere. */
const useFocusBack = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The field that had it is gone by now, or goes with this; either way it has fallen to the page.
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
};

/** A note opened for writing from a view without a margin: a cell of 指标, a row of 对读. */
export function NoteLayer(): ReactNode {
  useFocusBack();
  const { notes, navigation, toast } = useApp();
  const shelf = useLibrary((state) => state.shelf);
  const note = useNotes((state) => (state.writing === null ? undefined : state.byId.get(state.writing)));
  if (!note || note.deleted !== null) return null;
  const nameOf = (id: string): string => {
    const entry = shelf.find((item) => item.entry.id === id)?.entry;
    return entry ? shortName(entry) : id;
  };
  const close = () => {
    notes.getState().openWriting(null);
    if (notes.getState().byId.get(note.id)?.deleted !== null) return;
    toast.getState().show({
      text: '批注记在笔记本里',
      until: 'notes',
      action: { label: '去看看', run: () => navigation.getState().go({ view: 'notes' }) },
    });
  };
  return (
    <section className="layer note-layer" aria-label="写批注">
      <ul>
        {note.annotation.targets.map(({ report, quote, position }) => (
          <li key={`${report}${position.start}`}>
            <span className="caption">{nameOf(report)}</span>
            <span className="note-layer-quote">{typeset(quote.exact)}</span>
          </li>
        ))}
      </ul>
      <NoteWriting key={note.id} note={note} onClose={close} />
    </section>
  );
}
