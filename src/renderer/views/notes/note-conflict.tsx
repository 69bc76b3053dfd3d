import type { ReactNode } from 'react';
import type { Note, NoteVersion } from '../../../shared/anchor';
import { useApp } from '../../state/app';
import { minuteOf } from '../parts/note-editor/note-card';
import { NoteText } from '../parts/note-editor/note-text';

/** Versions two windows wrote on the same base, side by side: the reader takes one, or keeps all as notes. */
export function NoteConflict({ note }: { readonly note: Note }): ReactNode {
  const { notes } = useApp();
  const present = note.record.versions.find(({ rev }) => rev === note.rev);
  const versions: readonly NoteVersion[] = [...(present ? [present] : []), ...note.conflicts];
  return (
    <section className="conflict" aria-label="两个版本">
      <p className="note-waiting">这条批注在两个窗口里都改过，两边都留着。用哪一个？</p>
      <div className="conflict-versions">
        {versions.map((version, index) => (
          <div key={version.rev} className="unsure-choice">
            <span className="caption">
              {'甲乙丙丁戊'[index]}　{minuteOf(version.time)}
            </span>
            <div className="note-text">
              <NoteText text={version.annotation?.body.text ?? ''} />
            </div>
            <div>
              <span className="caption">
                {[version.annotation?.body.colour, ...(version.annotation?.body.tags ?? [])].join(' · ')}
              </span>
              <button className="button small" onClick={() => notes.getState().choose(note.id, version.rev)}>
                用这个
              </button>
            </div>
          </div>
        ))}
      </div>
      <button className="quiet" onClick={() => notes.getState().keepBoth(note.id)}>
        都留下，各成一条
      </button>
    </section>
  );
}
