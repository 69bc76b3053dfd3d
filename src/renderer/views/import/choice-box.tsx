import type { ReactNode } from 'react';

/** 问格: the likelier answers as boxes, by click or by their number; nothing is chosen beforehand. */
export function ChoiceBoxes({
  label,
  choices,
  chosen = null,
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly chosen?: string | null;
  readonly onChoose: (value: string) => void;
}): ReactNode {
  return (
    <div className="import-choices" role="group" aria-label={label}>
      {choices.map(([value, words], index) => (
        <button
          key={value}
          className="import-choice"
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
