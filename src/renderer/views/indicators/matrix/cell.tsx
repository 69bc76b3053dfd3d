import type { ReactNode } from 'react';
import type { MatrixBreak, MatrixCell, MatrixOutcome, MatrixValue } from '../../../../shared/compare';
import { MARK_WORDS, markOf } from '../../../../shared/indicators';

const OUTCOME_GLYPHS = {
  met: '',
  partly: '',
  missed: '',
  'not-mentioned': '未',
  'different-scope': '异',
  'no-value': '无',
  'report-missing': '缺',
} as const;

function Outcome({ outcome }: { readonly outcome: MatrixOutcome }): ReactNode {
  const { verdict, label, sure } = outcome;
  return (
    <span className="matrix-outcome">
      <span className={`outcome-mark ${sure ? verdict : 'unsure'}`} aria-hidden="true">
        {sure ? OUTCOME_GLYPHS[verdict] : ''}
      </span>
      {sure ? label : `${label}（待确认）`}
    </span>
  );
}

function Value({ value }: { readonly value: MatrixValue }): ReactNode {
  const mark = markOf(value);
  return (
    <div className="matrix-value">
      <p className="matrix-figure-line">
        {value.outcome && <Outcome outcome={value.outcome} />}
        <span className={`mark ${mark}`} role="img" aria-label={MARK_WORDS[mark]} />
        <span className={`matrix-figure ${value.kind} ${value.doubt ? 'doubtful' : ''}`}>{value.text}</span>
        {value.unit && <span className="matrix-own-unit">{value.unit}</span>}
      </p>
      {value.remarks.length > 0 && (
        <p className="matrix-remarks">
          {value.remarks.map(({ kind, text }) => (
            <span key={kind + text}>{text}</span>
          ))}
        </p>
      )}
    </div>
  );
}

function Break({ broken }: { readonly broken: MatrixBreak }): ReactNode {
  return <p className="matrix-break">{broken.words}</p>;
}

/** Shows what a year has of an indicator: its values, or why there is none, and a double rule where the series breaks. */
export function CellContent({ cell }: { readonly cell: MatrixCell }): ReactNode {
  return (
    <>
      {cell.break && <Break broken={cell.break} />}
      <div className="matrix-values">
        {cell.values.map((value) => (
          <Value key={value.observation.id} value={value} />
        ))}
        {cell.absence && <p className="matrix-absence">{cell.absence}</p>}
        {cell.near && (
          <p className="matrix-remarks">
            <span>另见{cell.near.join('、')}</span>
          </p>
        )}
      </div>
    </>
  );
}
