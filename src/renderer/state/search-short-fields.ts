import type { Annotation, Observation } from '../../shared/report';
import { findObservations, searchFields } from '../../shared/search';
import type { Volume } from './library';

/** 指标: the numbers of the library that a question about names, values, years and places asks for. */
export const findNumbers = (volumes: readonly Volume[], source: string): readonly Observation[] =>
  findObservations(
    volumes.flatMap(({ observations }) => observations),
    source,
  );

const wordsOf = ({ body, targets }: Annotation): string =>
  [body.text, ...body.tags, ...targets.map(({ quote }) => quote.exact)].join('\n');

/** 笔记: notes whose words, tags or quoted passages answer a query as written, or whose tags spell it in pinyin. */
export const findNotes = (notes: readonly Annotation[], source: string): readonly Annotation[] => {
  const written = searchFields(notes, wordsOf, source).filter(({ way }) => way === 'exact');
  const tagged = searchFields(notes, ({ body }) => body.tags.join('\n'), source).filter(
    ({ way }) => way !== 'near',
  );
  const found = new Set([...written, ...tagged].map(({ item }) => item));
  return notes.filter((note) => found.has(note));
};
