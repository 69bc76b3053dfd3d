import { useId, type ReactNode } from 'react';
import { GLOSSARY, type GlossaryWord } from '../../../shared/report';
import './term.css';

/** A word that explains itself under the mouse and when the keys stand on it. */
export function Term({ word }: { readonly word: GlossaryWord }): ReactNode {
  const id = useId();
  return (
    <span className="term" role="note" tabIndex={0} aria-describedby={id}>
      {word}
      <span className="term-words" id={id}>
        {GLOSSARY[word]}
      </span>
    </span>
  );
}
