import { useState, type ReactNode } from 'react';
import { judgementLine, type CatalogEntry, type Report } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { IndexedNote } from '../../state/notes/notes-index';
import { useReports } from '../../state/library/use-reports';
import { noteMinute, noteWords } from '../parts/note-editor/note-card';
import { NoteTags } from '../parts/note-editor/note-tags';
import { NoteText } from '../parts/note-editor/note-text';
import { NoteField, NoteLook, usePassageRequest, useRemoval } from '../parts/note-editor/note-writing';
import { useCopyPassages } from '../parts/use-copy';
import { NoteConflict } from './note-conflict';
import { NoteHistory } from './note-history';
import { Target } from './note-target';
import { useSheet } from './use-sheet';

/** The note's words as they are meant; a press opens them for writing. */
function Words({ row: { note } }: { readonly row: IndexedNote }): ReactNode {
  const [writing, setWriting] = useState(false);
  const words = noteWords(note);
  if (writing)
    return (
      <div className="note-words" onBlur={() => setWriting(false)}>
        <NoteField note={note} />
      </div>
    );
  return (
    <button
      className="note-words note-text"
      aria-label={`改批注：${words || '还没有写字'}`}
      disabled={note.deleted !== null}
      onClick={() => setWriting(true)}
    >
      {words ? (
        <NoteText text={words} />
      ) : (
        <span className="caption">{note.deleted === null ? '点这里写批注' : '没有写字'}</span>
      )}
      {note.draft && <strong className="caption">草稿，点开接着写</strong>}
    </button>
  );
}

function Foot({
  row,
  reports,
  entries,
  onHistory,
}: {
  readonly row: IndexedNote;
  readonly reports: ReadonlyMap<string, Report>;
  readonly entries: readonly CatalogEntry[];
  readonly onHistory: () => void;
}): ReactNode {
  const { notes } = useApp();
  const { note, resolutions } = row;
  const remove = useRemoval();
  const ask = usePassageRequest();
  const copy = useCopyPassages();
  const sheet = useSheet(entries);
  const passages = note.annotation.targets.flatMap(({ report: id }, index) => {
    const [report, place] = [reports.get(id), resolutions[index]];
    return report && place && place.state !== 'unsure' ? [{ report, range: place.range }] : [];
  });
  if (note.deleted)
    return (
      <div className="note-detail-foot">
        <button className="button" onClick={() => notes.getState().restore([note.id])}>
          放回笔记本
        </button>
        <button className="button" onClick={onHistory}>
          历史版本
        </button>
      </div>
    );
  return (
    <div className="note-detail-foot">
      <button className="button" disabled={passages.length === 0} onClick={() => void copy(passages)}>
        复制并带出处
      </button>
      <button className="button" disabled={passages.length === 0} onClick={() => sheet([note])}>
        放进对照表
      </button>
      <button className="button" onClick={() => ask(note.id)}>
        加一处原文
      </button>
      <button className="button" onClick={onHistory}>
        历史版本
      </button>
      <button className="button last" onClick={() => remove([note.id])}>
        移到回收站
      </button>
    </div>
  );
}

/** One note, whole: its words, its look, the passages it is tied to. */
export function NoteDetail({
  row,
  entries,
  onBack,
}: {
  readonly row: IndexedNote;
  readonly entries: readonly CatalogEntry[];
  readonly onBack: () => void;
}): ReactNode {
  const [history, setHistory] = useState(false);
  const { note, resolutions, questions } = row;
  const { body, targets } = note.annotation;
  const reports = useReports(row.reports);
  return (
    <section className="note-detail" aria-label="批注">
      <div className="note-detail-head">
        <button className="quiet detail-back" onClick={onBack}>
          返回
        </button>
        {note.deleted === null && (
          <>
            <NoteLook note={note} />
            <NoteTags note={note} />
          </>
        )}
        {judgementLine(body) && <span className="note-verdict">{judgementLine(body)}</span>}
        <span className="caption">
          第 {note.record.versions.length} 版 · {noteMinute(note)}
        </span>
      </div>
      {note.conflicts.length > 0 && <NoteConflict note={note} />}
      <Words key={note.id} row={row} />
      <div>
        <h2 className="section-title">
          连到的原文 <span className="caption">{targets.length} 处</span>
        </h2>
        {targets.map((target, index) => (
          <Target
            key={`${target.report}${target.position.start}-${index}`}
            note={note}
            index={index}
            target={target}
            resolution={resolutions[index] ?? null}
            question={questions[index] ?? null}
            entry={entries.find(({ id }) => id === target.report)}
            report={reports.get(target.report)}
          />
        ))}
      </div>
      <Foot row={row} reports={reports} entries={entries} onHistory={() => setHistory(true)} />
      {history && <NoteHistory note={note} onClose={() => setHistory(false)} />}
    </section>
  );
}
