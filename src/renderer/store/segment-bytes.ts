/** The kinds of arrays a segment has. Those of wide items stand first, so that each begins where its items may. */
const KINDS = { u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const;

type Kind = keyof typeof KINDS;
type List = Uint32Array | Uint16Array | Uint8Array;

/** Where an array stands in the bytes: its name, its kind, and how many items it has. */
type Part = readonly [name: string, kind: Kind, length: number];

/** A record whose arrays have been put end to end. */
export interface Flat {
  readonly rest: Readonly<Record<string, unknown>>;
  readonly parts: readonly Part[];
}

const ORDER = Object.keys(KINDS) as readonly Kind[];

const kindOf = (value: unknown): Kind | undefined => ORDER.find((kind) => value instanceof KINDS[kind]);

/** Puts the arrays of a record end to end; what is no array stays beside them. The order of arrays of one kind is the record's. */
export const flatten = (record: object): Flat & { readonly bytes: readonly Uint8Array<ArrayBuffer>[] } => {
  const entries = Object.entries(record).map(([name, value]) => ({
    name,
    value: value as unknown,
    kind: kindOf(value),
  }));
  const lists = entries
    .flatMap(({ name, value, kind }) => (kind ? [{ name, kind, list: value as List }] : []))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return {
    rest: Object.fromEntries(entries.flatMap(({ name, value, kind }) => (kind ? [] : [[name, value]]))),
    parts: lists.map(({ name, kind, list }) => [name, kind, list.length]),
    bytes: lists.map(
      ({ list }) => new Uint8Array(list.buffer as ArrayBuffer, list.byteOffset, list.byteLength),
    ),
  };
};

const sizeOf = ([, kind, length]: Part): number => length * KINDS[kind].BYTES_PER_ELEMENT;

/** Gives how many bytes these arrays take. */
export const sizeOfParts = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + sizeOf(part), 0);

/** Gives the record again, its arrays views of one buffer; null where the bytes are fewer than told. */
export const unflatten = (
  { rest, parts }: Flat,
  buffer: ArrayBuffer,
): Readonly<Record<string, unknown>> | null => {
  const record: Record<string, unknown> = { ...rest };
  let at = 0;
  for (const part of parts) {
    const [name, kind, length] = part;
    const end = at + sizeOf(part);
    if (end > buffer.byteLength) return null;
    record[name] = new KINDS[kind](buffer, at, length);
    at = end;
  }
  return record;
};
