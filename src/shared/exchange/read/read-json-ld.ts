import { succeed, type Result } from '../../fault';
import type { Annotation } from '../../report';
import type { ShelvedText } from './anchor';
import { isFields, shown, type RefusalKind } from './reading';
import { readRecord } from './record';
import { recordsIn } from './records';

/** A record that is not taken. */
export interface Refusal {
  /** 1 for the first of the file. */
  readonly record: number;
  /** The record's id or first words, by which a person can find it. */
  readonly label: string;
  readonly kind: RefusalKind;
  /** In Chinese, without a full stop. */
  readonly reason: string;
}

/** A field of the file that this program has no use for, and how many records have it. */
export interface UnusedField {
  readonly field: string;
  readonly count: number;
}

/** What a file holds. Every record is either a note or a refusal. */
export interface NotesRead {
  readonly records: number;
  readonly annotations: readonly Annotation[];
  readonly refused: readonly Refusal[];
  readonly unused: readonly UnusedField[];
  /** How many annotations the file says there are, where it holds fewer: the rest lies elsewhere. */
  readonly announced: number | 'more' | null;
}

export interface ReadOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Reports in which quotes from elsewhere are looked for. */
  readonly shelf: readonly ShelvedText[];
  /** ISO 8601; dates records that have no date. */
  readonly now: string;
}

/** Records read between two looks at the clock. */
const STEP = 50;

/**
 * Reads W3C Web Annotations, our own or another program's. Yields how many records of how many are done. Our own come
 * back exactly as they went out; others are tied to the reports on the shelf by their quotes. Fails only where the
 * file as a whole cannot be read. Nothing is written anywhere.
 */
export function* readJsonLd(
  text: string,
  { file, shelf, now }: ReadOptions,
): Generator<readonly [done: number, of: number], Result<NotesRead>> {
  const records = recordsIn(file, text);
  if (!records.ok) return records;
  const { items, context, announced } = records.value;
  const taken = new Map<string, number>();
  const annotations: Annotation[] = [];
  const refused: Refusal[] = [];
  const unused = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (index % STEP === 0) yield [index, items.length];
    const record = readRecord(item, { context, shelf, now, taken });
    if (!record.ok) refused.push(refusal(item, index, record));
    else {
      annotations.push(record.value.annotation);
      taken.set(record.value.annotation.id, index + 1);
      for (const field of new Set(record.value.unused)) unused.set(field, (unused.get(field) ?? 0) + 1);
    }
  }
  return succeed({
    records: items.length,
    annotations,
    refused,
    unused: [...unused].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count),
    announced,
  });
}

const refusal = (
  item: unknown,
  index: number,
  { kind, reason }: Pick<Refusal, 'kind' | 'reason'>,
): Refusal => ({
  record: index + 1,
  label: isFields(item) ? shown(item['id'] ?? '') : shown(item),
  kind,
  reason,
});

/** Runs a reading, or any other stepwise work, to its end at once. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
