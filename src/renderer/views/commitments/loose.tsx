import type { ReactNode } from 'react';
import { LOOSE_SENTENCES, type LooseCorrection } from '../../../shared/anchor';
import { typeset } from '../../../shared/parse';
import { VERDICT_LABELS } from '../../../shared/report';
import { useShell } from '../../state/app';

/** Corrections that no longer have a sure place: listed here, kept as they are in 笔记本. */
export function LooseCorrections({ loose }: { readonly loose: readonly LooseCorrection[] }): ReactNode {
  const { navigation } = useShell();
  if (!loose.length) return null;
  return (
    <details className="commitment-loose">
      <summary>有 {loose.length} 条更正要您再看一眼，都还在笔记本里</summary>
      <ul>
        {loose.map(({ annotation: { id, body, targets }, reason }) => (
          <li key={id}>
            <strong>更正为{body.assessment && VERDICT_LABELS[body.assessment.verdict]}</strong>
            <span className="commitment-words">{typeset(targets[0]?.quote.exact ?? '').slice(0, 60)}</span>
            <span className="caption">{LOOSE_SENTENCES[reason]}</span>
          </li>
        ))}
      </ul>
      <button className="quiet" onClick={() => navigation.getState().go({ view: 'notes' })}>
        到笔记本
      </button>
    </details>
  );
}
