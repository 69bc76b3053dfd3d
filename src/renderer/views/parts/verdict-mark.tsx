import type { ReactNode } from 'react';
import { VERDICT_LABELS, type Verdict } from '../../../shared/report';
import type { Standing } from '../../../shared/ledger';
import './verdict-mark.css';

export const standingWords = (standing: Standing): string =>
  standing === 'unsure' ? '待确认' : VERDICT_LABELS[standing];

/** What is drawn in the square of a judged verdict: filled, half filled, struck; a dotted frame where it is open. */
const SHAPES: Readonly<Partial<Record<Standing, ReactNode>>> = {
  met: <rect x="0" y="0" width="14" height="14" fill="currentColor" />,
  partly: (
    <>
      <rect x="0.5" y="0.5" width="13" height="13" fill="none" stroke="currentColor" />
      <rect x="0" y="0" width="7" height="14" fill="currentColor" />
    </>
  ),
  missed: (
    <>
      <rect x="0.5" y="0.5" width="13" height="13" fill="none" stroke="currentColor" />
      <path d="M1 13 13 1" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  unsure: (
    <rect
      x="0.5"
      y="0.5"
      width="13"
      height="13"
      fill="none"
      stroke="currentColor"
      strokeDasharray="1.5 1.5"
    />
  ),
};

/** The four reasons why a target cannot be judged, by their character in a thin square. */
const LETTERS: Readonly<Partial<Record<Verdict, string>>> = {
  'not-mentioned': '未',
  'different-scope': '异',
  'no-value': '无',
  'report-missing': '缺',
};

/** The mark of a verdict; its word stands beside it. */
export function VerdictMark({ standing }: { readonly standing: Standing }): ReactNode {
  const letter = standing === 'unsure' ? undefined : LETTERS[standing];
  if (letter)
    return (
      <span className="verdict-letter" aria-hidden="true">
        {letter}
      </span>
    );
  return (
    <svg className="verdict-square" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {SHAPES[standing]}
    </svg>
  );
}
