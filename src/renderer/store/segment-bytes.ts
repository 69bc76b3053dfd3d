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
  readonly bytes: Blob;
}

const ORDER = Object.keys(KINDS) as readonly Kind[];

const kindOf = (value: unknown): Kind | undefined => ORDER.find((kind) => value instanceof KINDS[kind]);

/**
 * Puts the arrays of a record end to end. A blob is read straight into memory; what structured clone gives back lies there
 * twice until the next collection, and a library has hundreds of megabytes.
 */
export const flatten = (record: object): Flat => {
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
    bytes: new Blob(lists.map(({ list }) => list as Uint8Array<ArrayBuffer>)),
  };
};

/** Gives the record again, its arrays views of one buffer; null where the bytes are fewer than told. */
export const unflatten = async ({
  rest,
  parts,
  bytes,
}: Flat): Promise<Readonly<Record<string, unknown>> | null> => {
  const buffer = await bytes.arrayBuffer();
  const record: Record<string, unknown> = { ...rest };
  let at = 0;
  for (const [name, kind, length] of parts) {
    const end = at + length * KINDS[kind].BYTES_PER_ELEMENT;
    if (end > buffer.byteLength) return null;
    record[name] = new KINDS[kind](buffer, at, length);
    at = end;
  }
  return record;
};
