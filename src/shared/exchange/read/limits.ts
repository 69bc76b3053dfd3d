/** Largest file that is read at all, in bytes: ten thousand notes are about 15 MB. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** A record deeper or longer than this is no note. */
const MAX_DEPTH = 64;
const MAX_CHARACTERS = 1_000_000;

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Why a record must not be read, or null: field names that could reach a prototype, too deep, too long. Walks with a
 * list of its own, so that a hostile depth cannot exhaust the stack.
 */
export function hostility(record: unknown): string | null {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: record, depth: 0 }];
  let characters = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    const { value, depth } = item;
    if (typeof value === 'string') characters += value.length;
    if (characters > MAX_CHARACTERS) return `这条超过 ${MAX_CHARACTERS / 10_000} 万字`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) return `嵌套超过 ${MAX_DEPTH} 层`;
    for (const [key, child] of Object.entries(value)) {
      if (!Array.isArray(value) && UNSAFE_KEYS.has(key)) return `字段名“${key}”不能用`;
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return null;
}
