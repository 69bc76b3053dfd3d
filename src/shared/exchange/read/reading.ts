/** `invalid`: no annotation as the W3C describes one. `unplaced`: one, but its place is in none of the reports. */
export type RefusalKind = 'invalid' | 'unplaced';

/** A part of a record: what it says, or in Chinese why it cannot be taken. */
export type Reading<T> = { readonly ok: true; readonly value: T } | Refused;

interface Refused {
  readonly ok: false;
  readonly kind: RefusalKind;
  readonly reason: string;
}

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const refuse = (reason: string): Refused => ({ ok: false, kind: 'invalid', reason });

export const misplace = (reason: string): Refused => ({ ok: false, kind: 'unplaced', reason });

/** All of a list, or the first reason why not. */
export function readEach<T, U>(
  items: readonly T[],
  readOne: (item: T, index: number) => Reading<U>,
): Reading<readonly U[]> {
  const values: U[] = [];
  for (const [index, item] of items.entries()) {
    const one = readOne(item, index);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return read(values);
}

/** A JSON object whose fields have not been looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON-LD writes one value bare and several as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];

/** Tells whether `type` names the class, alone or among others. */
export const isOfType = ({ type }: Fields, name: string): boolean => listOf(type).includes(name);

/** A word from a file inside a message: short, on one line; what is no word is only named. */
export const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '（一组）' : '（一个对象）';
  const line = String(value).slice(0, 80).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}……` : line;
};
