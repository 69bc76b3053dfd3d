import type { Annotation } from '../../../shared/report';
import { answerFields, fieldOf, type Field } from '../../../shared/search';

interface NoteFields {
  readonly words: Field<Annotation>;
  readonly tags: Field<Annotation>;
}

const wordsOf = ({ body, targets }: Annotation): string =>
  [body.text, ...body.tags, ...targets.map(({ quote }) => quote.exact)].join('\n');

/** A note never changes, an edited one is another: what search compares of it is made once. */
const known = new WeakMap<Annotation, NoteFields>();

const fieldsOf = (note: Annotation): NoteFields => {
  const fields = known.get(note) ?? {
    words: fieldOf(note, wordsOf(note)),
    tags: fieldOf(note, note.body.tags.join('\n')),
  };
  known.set(note, fields);
  return fields;
};

/** 笔记: notes whose words, tags or quoted passages answer a query as written, or whose tags spell it in pinyin. */
export const findNotes = (notes: readonly Annotation[], source: string): readonly Annotation[] => {
  const fields = notes.map(fieldsOf);
  const written = answerFields(
    fields.map(({ words }) => words),
    source,
  ).filter(({ way }) => way === 'exact');
  const tagged = answerFields(
    fields.map(({ tags }) => tags),
    source,
  );
  const found = new Set([...written, ...tagged].map(({ item }) => item));
  return notes.filter((note) => found.has(note));
};
