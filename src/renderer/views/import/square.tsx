import type { ReactNode } from 'react';

export type Outcome = 'asks' | 'failed' | 'known' | 'added';

const SQUARES: Readonly<Record<Outcome, readonly [character: string, word: string]>> = {
  asks: ['定', '需要您定'],
  failed: ['不', '读不了'],
  known: ['在', '已在书架'],
  added: ['新', '新增'],
};

/** An outcome as its square with its word. */
export function Square({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const [character, word] = SQUARES[outcome];
  return (
    <span className="import-outcome">
      <span className="import-square" data-outcome={outcome} aria-hidden="true">
        {character}
      </span>
      {word}
    </span>
  );
}
