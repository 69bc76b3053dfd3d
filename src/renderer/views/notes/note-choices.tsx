import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import { sectionPath, type AnnotationTarget, type Range, type Report } from '../../../shared/report';
import { Quote } from './note-quote';

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
export function Choices({
  target,
  colour,
  report,
  candidates,
  onLook,
  onChoose,
  onOther,
  onLeave,
  onRemove,
}: {
  readonly target: AnnotationTarget;
  readonly colour: number;
  readonly report: Report;
  readonly candidates: readonly Range[];
  readonly onLook: (range: Range) => void;
  readonly onChoose: (range: Range) => void;
  readonly onOther: () => void;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
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
              {LETTERS[index]}　{sectionPath(report, range.start)}
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
          <button className="quiet" onClick={onLeave}>
            原样留着，不再问
          </button>
          <button className="quiet" onClick={onRemove}>
            移到回收站
          </button>
        </p>
        <p className="caption">先不定也行：批注和引文都留着。</p>
      </div>
    </div>
  );
}
