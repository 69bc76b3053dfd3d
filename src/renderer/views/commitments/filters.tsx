import type { ReactNode } from 'react';
import { TOPICS } from '../../../shared/report';
import type { CommitmentChoices, CommitmentFilter } from '../../../shared/ledger';

type Choices = readonly (readonly [string, number])[];

/** One choice of several, each with its count; null is all. */
export function Choice({
  label,
  all,
  value,
  choices,
  wordsOf = (choice) => choice,
  onChoose,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly choices: Choices;
  readonly wordsOf?: (choice: string) => string;
  readonly onChoose: (value: string | null) => void;
}): ReactNode {
  return (
    <label className="commitment-choice">
      <span className="visually-hidden">{label}</span>
      <select className="field" value={value ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">{all}</option>
        {choices.map(([choice, count]) => (
          <option key={choice} value={choice}>
            {wordsOf(choice)}（{count}）
          </option>
        ))}
      </select>
    </label>
  );
}

/** What both filters have: a place and a year. */
interface PlaceAndYear {
  readonly place: string | null;
  readonly year: string | null;
}

/** 地区 and 年份, and beside them the choice that is a view's own. */
export function Scope({
  filter,
  choices,
  wordsOfYear,
  onChange,
  children,
}: {
  readonly filter: PlaceAndYear;
  readonly choices: { readonly places: Choices; readonly years: Choices };
  readonly wordsOfYear: (year: string) => string;
  readonly onChange: (change: Partial<PlaceAndYear>) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="commitment-filters" role="group" aria-label="范围">
      <Choice
        label="地区"
        all="全部地区"
        value={filter.place}
        choices={choices.places}
        onChoose={(place) => onChange({ place })}
      />
      <Choice
        label="年份"
        all="全部年份"
        value={filter.year}
        choices={choices.years}
        wordsOf={wordsOfYear}
        onChoose={(year) => onChange({ year })}
      />
      {children}
    </div>
  );
}

/** 地区, 年份, 领域. */
export function CommitmentFilters({
  filter,
  choices,
  onChange,
}: {
  readonly filter: CommitmentFilter;
  readonly choices: CommitmentChoices;
  readonly onChange: (change: Partial<CommitmentFilter>) => void;
}): ReactNode {
  return (
    <Scope filter={filter} choices={choices} wordsOfYear={(year) => `${year} 年目标`} onChange={onChange}>
      <Choice
        label="领域"
        all="全部领域"
        value={filter.topic}
        choices={choices.topics}
        onChoose={(topic) => onChange({ topic: TOPICS.find((known) => known === topic) ?? null })}
      />
    </Scope>
  );
}
