import { z } from 'zod';
import type { JournalDraft, JsonValue } from '../../shared/host';

/**
 * Limits of one append and of one change. Real notes are a few thousand characters; the rest is head room, not an
 * invitation. An import is one append, so that it comes in wholly or not at all.
 */
export const MAX_DRAFTS = 20_000;
const MAX_DEPTH = 64;
const MAX_PAYLOAD_CHARACTERS = 4_000_000;

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Children of a JSON container, or null when it holds what JSON cannot, or a key that could reach a prototype. */
const childrenOf = (value: object): readonly unknown[] | null => {
  if (Array.isArray(value)) return value as readonly unknown[];
  const keys = Reflect.ownKeys(value);
  const safe = isPlain(value) && keys.every((key) => typeof key === 'string' && !UNSAFE_KEYS.has(key));
  return safe ? Object.values(value) : null;
};

const weightOf = (value: unknown): number => (typeof value === 'string' ? value.length + 2 : 8);

/** True for plain JSON within the limits. Walks with a list of its own: a hostile depth cannot exhaust the stack. */
export const isJson = (root: unknown): root is JsonValue => {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let weight = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, depth } = item;
    weight += weightOf(value);
    if (depth > MAX_DEPTH || weight > MAX_PAYLOAD_CHARACTERS) return false;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return false;
      continue;
    }
    if (typeof value !== 'object') return false;
    const children = childrenOf(value);
    if (children === null || children.length > MAX_PAYLOAD_CHARACTERS) return false;
    for (const child of children) open.push({ value: child, depth: depth + 1 });
  }
  return true;
};

const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const name = z.string().min(1).max(200);

/** One change as the page sends it. */
export const journalDraft: z.ZodType<JournalDraft> = z.strictObject({
  id: ulid,
  noteId: name,
  kind: z.enum(['create', 'edit', 'delete', 'restore', 'draft']),
  baseRev: ulid.nullable(),
  writer: name,
  time: z.iso.datetime({ offset: true }),
  payload: z.custom<JsonValue>(isJson),
});

const journalBody = z.object({
  id: ulid,
  noteId: name,
  kind: z.enum(['create', 'edit', 'delete', 'restore', 'draft']),
  baseRev: ulid.nullable(),
  writer: name,
  time: name,
  payload: z.custom<JsonValue>((value) => value !== undefined),
  seq: z.int().min(1),
  batch: z.optional(z.object({ at: z.int().min(1), of: z.int().min(2) })),
  prev: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
});

/** One line of the journal without its checksum. */
export type JournalBody = z.infer<typeof journalBody>;

/** Lines are checked loosely: the checksum already proves that this program wrote them. */
export const isJournalBody = (value: unknown): value is JournalBody => journalBody.safeParse(value).success;
