import type { ReactNode } from 'react';
import {
  askAgain,
  createTarget,
  leaveUnplaced,
  UNSURE_SENTENCES,
  type Note,
  type Resolution,
  type UnsureReason,
} from '../../../shared/anchor';
import {
  sectionPath,
  COLOURS,
  type AnnotationTarget,
  type CatalogEntry,
  type Range,
  type Report,
} from '../../../shared/report';
import { useApp } from '../../state/app';
import { shortName } from '../../state/library/library';
import { useRemoval } from '../parts/note-editor/note-writing';
import { Choices } from './note-choices';
import { Quote } from './note-quote';

interface TargetProps {
  readonly note: Note;
  readonly index: number;
  readonly target: AnnotationTarget;
  readonly resolution: Resolution | null;
  /** Why the reader is asked where the passage is, or null. */
  readonly question: UnsureReason | null;
  readonly entry: CatalogEntry | undefined;
  readonly report: Report | undefined;
}

/** Shows what the reader can decide about a passage; each way is told and can be taken back. */
const useDecisions = ({ note, index, target, resolution, entry, report }: TargetProps) => {
  const { navigation, notes, toast } = useApp();
  const { targets } = note.annotation;
  const change = (next: readonly AnnotationTarget[], text: string) => {
    notes.getState().change([note.id], { targets: next });
    toast.getState().show({ text, action: { label: '撤销', run: () => notes.getState().undo() } });
  };
  const become = (next: AnnotationTarget, text: string) => change(targets.with(index, next), text);
  return {
    look: (range: Range) => navigation.getState().openReport(target.report, range),
    drop: () => change(targets.toSpliced(index, 1), '已去掉这一处原文'),
    choose: (range: Range) => {
      if (report && entry) become(createTarget(report, range, entry.sha256), '已定在这一处');
    },
    other: () => {
      notes.getState().askPassage({ note: note.id, replaces: target });
      const near = resolution?.state === 'unsure' ? resolution.candidates[0] : undefined;
      navigation.getState().openReport(target.report, near);
    },
    leave: () => {
      if (entry) become(leaveUnplaced(target, entry.sha256), '已原样留着，原文不再变就不再问');
    },
    ask: () => become(askAgain(target), '已放回待确认'),
  };
};

/** A passage without a place that the reader has left so. */
function Left({ onAsk }: { readonly onAsk: (() => void) | null }): ReactNode {
  return (
    <p className="unsure-other">
      <span className="caption">现在的原文里没有它的位置，原样留着。</span>
      {onAsk && (
        <button className="quiet" onClick={onAsk}>
          再找一找
        </button>
      )}
    </p>
  );
}

/** A passage of a note: its sentence and the way there, or the question where it is now. */
export function Target(props: TargetProps): ReactNode {
  const { note, target, resolution, question, entry, report } = props;
  const decide = useDecisions(props);
  const remove = useRemoval();
  const placed = resolution && resolution.state !== 'unsure' ? resolution.range : null;
  const candidates = resolution?.state === 'unsure' ? resolution.candidates : [];
  const colour = COLOURS.indexOf(note.annotation.body.colour) + 1;
  const path = report && placed ? sectionPath(report, placed.start) : '';
  return (
    <div className="note-target">
      <header>
        <span>
          <strong>{entry ? shortName(entry) : target.report}</strong>
          <span className="note-target-path">{path}</span>
        </span>
        <span className="note-target-ways">
          {note.annotation.targets.length > 1 && !note.deleted && (
            <button className="quiet" onClick={decide.drop}>
              去掉
            </button>
          )}
          {placed && (
            <button className="quiet" onClick={() => decide.look(placed)}>
              到原文
            </button>
          )}
        </span>
      </header>
      {!report && <p className="caption">这一篇现在打不开，引文还在。</p>}
      {resolution?.state === 'unsure' && !question && <Left onAsk={note.deleted ? null : decide.ask} />}
      {question && report && !note.deleted ? (
        <>
          <p className="note-waiting">待确认：{UNSURE_SENTENCES[question]}</p>
          <Choices
            target={target}
            colour={colour}
            report={report}
            candidates={candidates}
            onLook={decide.look}
            onChoose={decide.choose}
            onOther={decide.other}
            onLeave={decide.leave}
            onRemove={() => remove([note.id])}
          />
        </>
      ) : (
        <Quote target={target} colour={colour} />
      )}
    </div>
  );
}
