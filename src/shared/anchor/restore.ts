import type { Annotation } from '../report';
import type { Note } from './notebook';

/** What would change if all notes became as they were at another time. */
export interface RestorePlan {
  /** Notes of then that are gone or in the 回收站 now. */
  readonly added: readonly Annotation[];
  /** Notes of both times whose words, marks or passages differ, as they were then. */
  readonly changed: readonly Annotation[];
  /** Ids of notes of now that were not there then; they go to the 回收站. */
  readonly removed: readonly string[];
}

type Notes = ReadonlyMap<string, Note>;

const living = (notes: Notes, id: string): Annotation | null => {
  const note = notes.get(id);
  return note && note.deleted === null ? note.annotation : null;
};

/** Gives what a reader sees of a note; the dates of changes are no difference. */
const substance = ({ body, targets }: Annotation): string => {
  const { text, tags, colour, underline, assessment, classification, step } = body;
  return JSON.stringify([
    ...[text, tags, colour, underline, assessment ?? null, classification ?? null, step ?? null],
    targets.map(passageOf),
  ]);
};

const passageOf = ({ report, source, position, quote, unplaced }: Annotation['targets'][number]) => [
  report,
  source,
  position.start,
  position.end,
  quote.exact,
  quote.prefix,
  quote.suffix,
  unplaced ?? null,
];

/** Compares the notes of now with those of another time. */
export function planRestore(now: Notes, then: Notes): RestorePlan {
  const wanted = [...then.keys()].flatMap((id) => living(then, id) ?? []);
  const differs = (annotation: Annotation): boolean => {
    const present = living(now, annotation.id);
    return present !== null && substance(present) !== substance(annotation);
  };
  return {
    added: wanted.filter(({ id }) => living(now, id) === null),
    changed: wanted.filter(differs),
    removed: [...now.keys()].filter((id) => living(now, id) !== null && living(then, id) === null),
  };
}
