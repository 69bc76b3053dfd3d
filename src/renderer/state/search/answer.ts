import type { Range } from '../../../shared/report';
import type { Results } from '../../../shared/search';
import type { Answer, SearchTab } from './search';

/** Lists all places found in one report: there a part of a longer number is a place like any other: what was typed stands there. */
export const placesIn = ({ hits, part }: Results): readonly Range[] =>
  [...hits, ...part.hits]
    .flatMap(({ matches }) => matches.map(({ range }) => range))
    .toSorted((a, b) => a.start - b.start);

const holdsAny = ({ results, numbers, notes }: Answer, tab: SearchTab): boolean => {
  if (tab === 'numbers') return numbers.length > 0;
  if (tab === 'notes') return notes.length > 0;
  const { total, near, part, alias } = results;
  return total.matches + (near?.total.matches ?? 0) + part.total.matches + alias.total.matches > 0;
};

/** Picks the chosen tab where it has results, else the first that has. */
export const tabWith = (answer: Answer, chosen: SearchTab): SearchTab =>
  [chosen, ...(['text', 'numbers', 'notes'] as const)].find((tab) => holdsAny(answer, tab)) ?? chosen;
