import type { FilingFacts } from '../../../shared/library';
import type { ImportItem, ReadItem } from '../../state/import/item';

export type Asked = ImportItem & ReadItem & { readonly step: 'asks' };

export type AskedField = keyof FilingFacts;

/** Only what is unsure is asked; of a report that was recognised and is looked at again, everything. */
export const askedFields = ({ reading: { imported }, facts, twin, choice }: Asked): readonly AskedField[] => {
  const { place, year } = imported.guesses;
  const open: AskedField[] = [];
  if (place?.sure !== true || facts.place === null) open.push('place');
  if (year?.sure !== true || facts.year === null) open.push('year');
  const isAskedAgain = open.length === 0 && (twin === null || choice !== null);
  return isAskedAgain ? ['place', 'year', 'title', 'genre'] : open;
};

/** Leaves out what is only guessed: it is chosen or written by the reader, and does not stand in its field beforehand. */
export const unfilled = ({ facts, reading: { imported } }: Asked): FilingFacts => {
  const { place, year } = imported.guesses;
  return {
    ...facts,
    place: place?.sure === false && facts.place === place.value ? null : facts.place,
    year: year?.sure === false && facts.year === year.value ? null : facts.year,
  };
};

/** The likelier answers to one question: a report is filed under the year it plans, and reviews the one before. */
export const likelyAnswers = (
  { reading: { imported } }: Asked,
  fact: 'place' | 'year',
): readonly string[] => {
  const { place, year } = imported.guesses;
  if (fact === 'place') return place?.sure === false ? [place.value] : [];
  return year?.sure === false ? [String(year.value), String(year.value - 1)] : [];
};
