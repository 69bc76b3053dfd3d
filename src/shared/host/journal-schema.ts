import { z } from 'zod';
import type { JournalDraft, JournalEntry, JsonValue } from './journal';

/** Limits of one change. Real notes are a few thousand characters; the rest is head room, not an invitation. */
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

export const ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export const shortName = z.string().min(1).max(200);

const draft = {
  id: ulid,
  noteId: shortName,
  kind: z.enum(['create', 'edit', 'delete', 'restore', 'draft']),
  baseRev: ulid.nullable(),
  writer: shortName,
  time: z.iso.datetime({ offset: true }),
  payload: z.custom<JsonValue>(isJson),
};

/** One change as the page sends it. */
export const journalDraft: z.ZodType<JournalDraft> = z.strictObject(draft);

/** One change as a backup file holds it. */
export const journalEntry: z.ZodType<JournalEntry> = z.strictObject({
  ...draft,
  seq: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
