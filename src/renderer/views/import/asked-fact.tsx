import type { ReactNode } from 'react';
import type { FilingFacts } from '../../../shared/library';
import { FilingFields } from '../parts/filing-fields';
import { likelyAnswers, type Asked } from './asked-fields';
import { ChoiceBoxes } from './choice-box';

const NAMES = { place: '地区', year: '年份' } as const;
const NO_WORDS = { place: '正文里没有地名', year: '正文里没有年份' } as const;
const BASES = {
  text: '',
  document: '文件属性：',
  'file-name': '文件名：',
  folder: '文件夹：',
  reader: '表里写着：',
};

/** The words a guess rests on, or that there are none. */
function Evidence({ item, fact }: { readonly item: Asked; readonly fact: 'place' | 'year' }): ReactNode {
  const guess = item.reading.imported.guesses[fact];
  return (
    <span className="import-evidence">
      {guess ? `${BASES[guess.basis]}“${guess.evidence}”` : NO_WORDS[fact]}
    </span>
  );
}

/** Place or year of a row: what was recognised with its words, or the question with its likelier answers. */
export function AskedFact({
  fact,
  item,
  facts,
  isAsked,
  onChange,
  children,
}: {
  readonly fact: 'place' | 'year';
  readonly item: Asked;
  readonly facts: FilingFacts;
  readonly isAsked: boolean;
  readonly onChange: (facts: FilingFacts) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const [likely, ...others] = likelyAnswers(item, fact);
  const said = facts[fact] === null ? null : String(facts[fact]);
  if (!isAsked)
    return (
      <div className="import-cell" data-fact={fact}>
        <span className="import-value">{said}</span>
        {item.reading.imported.guesses[fact] && <Evidence item={item} fact={fact} />}
        {children}
      </div>
    );
  return (
    <div className="import-cell import-question" data-fact={fact}>
      <div className="import-answers">
        <span className="import-mark asks" aria-hidden="true" />
        {likely !== undefined && (
          <ChoiceBoxes
            label={`${NAMES[fact]}，多半是`}
            choices={[likely, ...others].map((value) => [value, value])}
            chosen={said}
            onChoose={(value) => onChange({ ...facts, [fact]: fact === 'year' ? Number(value) : value })}
          />
        )}
        <FilingFields facts={facts} fields={[fact]} onChange={onChange} />
      </div>
      <Evidence item={item} fact={fact} />
      {likely !== undefined && <span className="caption">多半是 {likely}</span>}
      {children}
    </div>
  );
}

/** Title and genre of a report that is looked at again. */
export function NamedFields({
  facts,
  onChange,
}: {
  readonly facts: FilingFacts;
  readonly onChange: (facts: FilingFacts) => void;
}): ReactNode {
  return (
    <div className="import-named">
      <FilingFields facts={facts} fields={['genre', 'title']} onChange={onChange} />
    </div>
  );
}
