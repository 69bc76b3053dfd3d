import type { ReactNode } from 'react';

/** 问格: the likelier answers as boxes, by click or by their number. */
export function ChoiceBoxes({
  label,
  choices,
  chosen = null,
  look = 'asks',
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly chosen?: string | null;
  /** Dotted boxes of what is asked, or a segment of what may be done. */
  readonly look?: 'asks' | 'segment';
  readonly onChoose: (value: string) => void;
}): ReactNode {
  return (
    <div className={look === 'asks' ? 'import-choices' : 'segment'} role="group" aria-label={label}>
      {choices.map(([value, words], index) => (
        <button
          key={value}
          className={look === 'asks' ? 'import-choice' : undefined}
          data-choice={index + 1}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
