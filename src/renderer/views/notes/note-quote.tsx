import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import type { AnnotationTarget } from '../../../shared/report';

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
