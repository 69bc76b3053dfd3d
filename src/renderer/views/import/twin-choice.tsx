import type { ReactNode } from 'react';
import type { Twin, TwinChoice } from '../../state/import/item';
import { ChoiceBoxes } from './choice-box';

const WHERE: Readonly<Record<Twin['where'], string>> = {
  bundled: '书架上自带的',
  own: '书架上的',
  list: '这一批里的',
};

/** What may be done about two versions; a bundled report stays as it is. */
const CHOICES: Readonly<Record<Twin['where'], readonly (readonly [TwinChoice, string])[]>> = {
  bundled: [['both', '都留']],
  own: [
    ['both', '都留'],
    ['replace', '换成新的'],
  ],
  list: [
    ['both', '都留'],
    ['replace', '只留这份'],
  ],
};

/** 同一篇来了两份: nothing is chosen beforehand. */
export function TwinChoices({
  twin,
  onChoose,
  onDismiss,
}: {
  readonly twin: Twin;
  readonly onChoose: (choice: TwinChoice) => void;
  readonly onDismiss: () => void;
}): ReactNode {
  return (
    <div className="import-twin" role="group" aria-label="同一篇来了两份">
      <p>
        与{WHERE[twin.where]}“{twin.name}”是同一篇的两个版本，有 {twin.differing} 段不同。
        {twin.where === 'own' && <span className="caption">换成新的以后，批注到新文字里重新找位置。</span>}
      </p>
      <ChoiceBoxes
        label="留哪一份"
        choices={[...CHOICES[twin.where], ['dismiss', '不要这份']]}
        onChoose={(value) => (value === 'both' || value === 'replace' ? onChoose(value) : onDismiss())}
      />
    </div>
  );
}
