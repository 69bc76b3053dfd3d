import { useState, type ReactNode } from 'react';
import type { Note, NoteVersion } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import { COLOURS } from '../../../shared/report';
import { useApp } from '../../state/app';
import { minuteOf } from '../parts/note-editor/note-card';
import { NoteText } from '../parts/note-editor/note-text';
import { ColourTag } from '../parts/note-editor/note-writing';
import { useModal } from '../parts/modal';

/** One version whole: words, colour, tags and passages as they were. */
function Version({ version: { annotation } }: { readonly version: NoteVersion }): ReactNode {
  if (!annotation) return <p className="caption">这一步把批注移到了回收站。</p>;
  const { body, targets } = annotation;
  return (
    <>
      <div className="note-text">
        {body.text ? <NoteText text={body.text} /> : <span className="caption">没有写字，只上了色。</span>}
      </div>
      <p className="note-facts">
        <ColourTag colour={body.colour} />
        {body.underline && <span>下划线</span>}
        {body.tags.map((tag, index) => (
          <span key={`${tag}${index}`}>{tag}</span>
        ))}
      </p>
      {targets.map(({ quote, position, report }) => (
        <p key={`${report}${position.start}`} className="note-row-quote">
          <span className="tinted" data-colour={COLOURS.indexOf(body.colour) + 1}>
            {typeset(quote.exact)}
          </span>
        </p>
      ))}
    </>
  );
}

/** Every saved version of a note, the latest first; one of them can be made the note's state again. */
export function NoteHistory({
  note,
  onClose,
}: {
  readonly note: Note;
  readonly onClose: () => void;
}): ReactNode {
  const { notes, toast } = useApp();
  const dialog = useModal();
  const versions = note.record.versions.toReversed();
  const [shown, setShown] = useState(versions[0]?.rev);
  const version = versions.find(({ rev }) => rev === shown) ?? versions[0];
  const isNow = version?.rev === note.rev;
  const restore = () => {
    if (!version?.annotation) return;
    const { body, targets } = version.annotation;
    // A field the old version did not have must go too.
    notes.getState().change([note.id], {
      body: { assessment: undefined, classification: undefined, step: undefined, ...body },
      targets,
    });
    toast.getState().show({
      text: `已恢复 ${minuteOf(version.time)} 的样子`,
      action: { label: '撤销', run: () => notes.getState().undo() },
    });
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      className="layer note-dialog history"
      aria-labelledby="history-title"
      onClose={onClose}
    >
      <h2 id="history-title">历史版本</h2>
      <div className="history-body">
        <ol>
          {versions.map((each, index) => (
            <li key={each.rev}>
              <button
                className={each.rev === version?.rev ? 'row-selected' : ''}
                aria-pressed={each.rev === version?.rev}
                onClick={() => setShown(each.rev)}
              >
                <span>第 {versions.length - index} 版</span>
                <span className="caption">{minuteOf(each.time)}</span>
                {each.rev === note.rev && <span className="caption">现在</span>}
              </button>
            </li>
          ))}
        </ol>
        <div className="history-version" tabIndex={0} role="region" aria-label="这一版的内容">
          {version && <Version version={version} />}
        </div>
      </div>
      <div className="dialog-foot">
        <button className="button" onClick={() => dialog.current?.close()}>
          关闭
        </button>
        <button
          className="button primary"
          disabled={isNow || !version?.annotation || note.deleted !== null}
          title={isNow ? '现在就是这一版' : note.deleted ? '先放回笔记本' : undefined}
          onClick={restore}
        >
          恢复这一版
        </button>
      </div>
    </dialog>
  );
}
