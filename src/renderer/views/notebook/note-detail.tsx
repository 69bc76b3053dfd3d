import type { ReactNode } from 'react';
import { createTarget, UNSURE_SENTENCES, type Note, type Resolution } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import {
  COLOURS,
  type AnnotationTarget,
  type CatalogEntry,
  type Range,
  type Report,
} from '../../../shared/report';
import { useApp } from '../../state/app';
import { shortName } from '../../state/library';
import { noteMinute } from '../notes/note-card';
import { ColourRow, NoteField, useRemoval } from '../notes/note-writing';
import { sectionPath } from '../reader/number-card';

/** The sentence around a passage, with the passage tinted. */
function Quote({
  target,
  colour,
}: {
  readonly target: AnnotationTarget;
  readonly colour: number;
}): ReactNode {
  const { sentence, position, quote } = target;
  const from = position.start - sentence.start;
  const text = typeset(sentence.text);
  return (
    <blockquote>
      {text.slice(0, from)}
      <span className="tinted" data-colour={colour}>
        {text.slice(from, from + quote.exact.length)}
      </span>
      {text.slice(from + quote.exact.length)}
    </blockquote>
  );
}

/** The places an unsure passage may mean; the reader decides, nothing is dropped. */
function Choices({
  report,
  candidates,
  onLook,
  onChoose,
}: {
  readonly report: Report;
  readonly candidates: readonly Range[];
  readonly onLook: (range: Range) => void;
  readonly onChoose: (range: Range) => void;
}): ReactNode {
  return (
    <div className="unsure-choices">
      {candidates.map((range) => (
        <div key={range.start} className="unsure-choice">
          <span className="caption">{sectionPath(report, range.start)}</span>
          <p>{typeset(report.clean.slice(range.start, range.end))}</p>
          <div>
            <button className="quiet" onClick={() => onLook(range)}>
              看这一处
            </button>
            <button className="button small" onClick={() => onChoose(range)}>
              就是这里
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}

function Target({
  note,
  index,
  target,
  resolution,
  entry,
  report,
}: {
  readonly note: Note;
  readonly index: number;
  readonly target: AnnotationTarget;
  readonly resolution: Resolution | null;
  readonly entry: CatalogEntry | undefined;
  readonly report: Report | undefined;
}): ReactNode {
  const { navigation, notes } = useApp();
  const look = (range: Range) => navigation.getState().openReport(target.report, range);
  const choose = (range: Range) => {
    if (!report || !entry) return;
    const targets = note.annotation.targets.with(index, createTarget(report, range, entry.sha256));
    notes.getState().change([note.id], { targets });
  };
  const placed = resolution && resolution.state !== 'unsure' ? resolution.range : null;
  return (
    <div className="note-target">
      <header>
        <strong>{entry ? shortName(entry) : target.report}</strong>
        {placed && (
          <button className="quiet" onClick={() => look(placed)}>
            到原文
          </button>
        )}
        {!report && <span className="caption">这一篇现在打不开</span>}
      </header>
      <Quote target={target} colour={COLOURS.indexOf(note.annotation.body.colour) + 1} />
      {resolution?.state === 'unsure' && (
        <>
          <p className="caption">待确认：{UNSURE_SENTENCES[resolution.reason]}</p>
          {report && (
            <Choices report={report} candidates={resolution.candidates} onLook={look} onChoose={choose} />
          )}
        </>
      )}
    </div>
  );
}

/** One note, whole: its words, its colour, the passages it is tied to. */
export function NoteDetail({
  note,
  resolutions,
  reports,
  entries,
  onBack,
}: {
  readonly note: Note;
  readonly resolutions: readonly (Resolution | null)[];
  readonly reports: ReadonlyMap<string, Report>;
  readonly entries: readonly CatalogEntry[];
  readonly onBack: () => void;
}): ReactNode {
  const { notes } = useApp();
  const remove = useRemoval();
  const { body, targets } = note.annotation;
  return (
    <section className="note-detail" aria-label="批注">
      <div className="note-writing-foot">
        <button className="quiet detail-back" onClick={onBack}>
          返回
        </button>
        <ColourRow
          colour={body.colour}
          onChoose={(colour) => notes.getState().change([note.id], { body: { colour } })}
        />
        <span className="caption">
          第 {note.record.versions.length} 版 · {noteMinute(note)}
        </span>
      </div>
      <NoteField key={note.id} note={note} focus={false} />
      <div>
        <h2 className="section-title">
          连到的原文 <span className="caption">{targets.length} 处</span>
        </h2>
        {targets.map((target, index) => (
          <Target
            key={`${target.report}${target.position.start}`}
            note={note}
            index={index}
            target={target}
            resolution={resolutions[index] ?? null}
            entry={entries.find(({ id }) => id === target.report)}
            report={reports.get(target.report)}
          />
        ))}
      </div>
      <div className="note-detail-foot">
        {note.deleted ? (
          <button className="button" onClick={() => notes.getState().restore([note.id])}>
            放回笔记本
          </button>
        ) : (
          <button className="button" onClick={() => remove([note.id])}>
            移到回收站
          </button>
        )}
      </div>
    </section>
  );
}
