import type { ReactNode } from 'react';
import { createTarget, UNSURE_SENTENCES, type Note, type Resolution } from '../../../shared/anchor';
import { headingsOver } from '../../../shared/exchange';
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

/** The sentence around a passage, with the passage tinted. */
export function Quote({
  target: { sentence, position, quote },
  colour,
}: {
  readonly target: AnnotationTarget;
  readonly colour: number;
}): ReactNode {
  const from = position.start - sentence.start;
  const whole = from >= 0 && sentence.text.startsWith(quote.exact, from);
  const text = typeset(whole ? sentence.text : quote.exact);
  const start = whole ? from : 0;
  const end = start + quote.exact.length;
  return (
    <blockquote>
      {text.slice(0, start)}
      <span className="tinted" data-colour={colour}>
        {text.slice(start, end)}
      </span>
      {text.slice(end)}
    </blockquote>
  );
}

/** Characters shown on each side of a place. */
const AROUND = 40;

/** A place with what stands around it, as the text of now has it. */
function PlaceText({ report, range }: { readonly report: Report; readonly range: Range }): ReactNode {
  const from = Math.max(0, range.start - AROUND);
  const text = typeset(report.clean.slice(from, range.end + AROUND)).replaceAll('\n', ' ');
  const [start, end] = [range.start - from, range.end - from];
  return (
    <p>
      {from > 0 && '……'}
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
      {range.end + AROUND < report.clean.length && '……'}
    </p>
  );
}

/** 甲, 乙, 丙: how the places are told apart. */
const LETTERS = '甲乙丙丁戊';

/** Both texts side by side: what was noted, and each place it may be now. The reader decides; nothing is dropped. */
function Choices({
  target,
  colour,
  report,
  candidates,
  onLook,
  onChoose,
  onOther,
}: {
  readonly target: AnnotationTarget;
  readonly colour: number;
  readonly report: Report;
  readonly candidates: readonly Range[];
  readonly onLook: (range: Range) => void;
  readonly onChoose: (range: Range) => void;
  readonly onOther: () => void;
}): ReactNode {
  return (
    <div className="unsure">
      <div className="unsure-side">
        <span className="caption">批注时的原文</span>
        <Quote target={target} colour={colour} />
      </div>
      <div className="unsure-side">
        <span className="caption">
          {candidates.length > 0
            ? `现在的原文，可能是这 ${candidates.length} 处`
            : '现在的原文里没有相近的地方'}
        </span>
        {candidates.map((range, index) => (
          <div key={`${range.start}-${range.end}`} className="unsure-choice">
            <span className="caption">
              {LETTERS[index]}　{headingsOver(report, range.start)}
            </span>
            <PlaceText report={report} range={range} />
            <div>
              <button className="quiet" onClick={() => onLook(range)}>
                看这一处
              </button>
              {range.end > range.start && (
                <button className="button small" onClick={() => onChoose(range)}>
                  就是这里
                </button>
              )}
            </div>
          </div>
        ))}
        <p className="unsure-other">
          <button className="quiet" onClick={onOther}>
            另选一处
          </button>
          <span className="caption">先不定也行：批注和引文都留着。</span>
        </p>
      </div>
    </div>
  );
}

/** A passage of a note: its sentence and the way there, or the question where it is now. */
export function Target({
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
  const { navigation, notes, toast } = useApp();
  const look = (range: Range) => navigation.getState().openReport(target.report, range);
  const change = (targets: readonly AnnotationTarget[], text: string) => {
    notes.getState().change([note.id], { targets });
    toast.getState().show({ text, action: { label: '撤销', run: () => notes.getState().undo() } });
  };
  const choose = (range: Range) => {
    if (!report || !entry) return;
    change(note.annotation.targets.with(index, createTarget(report, range, entry.sha256)), '已定在这一处');
  };
  const other = () => {
    notes.getState().askPassage({ note: note.id, replaces: index });
    navigation
      .getState()
      .openReport(target.report, resolution?.state === 'unsure' ? resolution.candidates[0] : undefined);
  };
  const placed = resolution && resolution.state !== 'unsure' ? resolution.range : null;
  const colour = COLOURS.indexOf(note.annotation.body.colour) + 1;
  const path = report && placed ? headingsOver(report, placed.start) : '';
  return (
    <div className="note-target">
      <header>
        <span>
          <strong>{entry ? shortName(entry) : target.report}</strong>
          <span className="note-target-path">{path}</span>
        </span>
        <span className="note-target-ways">
          {note.annotation.targets.length > 1 && !note.deleted && (
            <button
              className="quiet"
              onClick={() => change(note.annotation.targets.toSpliced(index, 1), '已去掉这一处原文')}
            >
              去掉
            </button>
          )}
          {placed && (
            <button className="quiet" onClick={() => look(placed)}>
              到原文
            </button>
          )}
        </span>
      </header>
      {!report && <p className="caption">这一篇现在打不开，引文还在。</p>}
      {resolution?.state === 'unsure' && report ? (
        <>
          <p className="note-waiting">待确认：{UNSURE_SENTENCES[resolution.reason]}</p>
          <Choices
            target={target}
            colour={colour}
            report={report}
            candidates={resolution.candidates}
            onLook={look}
            onChoose={choose}
            onOther={other}
          />
        </>
      ) : (
        <Quote target={target} colour={colour} />
      )}
    </div>
  );
}
