import { bisect } from '../text';

/** A list of so many bytes or more may stay where it is kept: to read it there costs less than to decode it. */
const LONG = 512;

/** Bytes of lists as they are kept: [begin, end) as often as asked for. */
export interface KeptBytes {
  readonly length: number;
  /** They hold until the next are asked for. Throws where they cannot be read whole: a list with a part missing would be hits missing. */
  readonly read: (begin: number, end: number) => Uint8Array;
}

/** The long lists, which are read by need. */
export interface FarLists extends KeptBytes {
  /** Numbers of these lists, ascending. */
  readonly lists: Uint32Array;
  /** For each of them, and at last for all, the bytes of those before it. */
  readonly before: Uint32Array;
}

/** Bytes of all lists, end to end; of those in `far` none are in `bytes`. */
export interface Lists {
  /** Where each list's bytes begin; one more entry than lists. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  readonly far: FarLists | null;
}

/** Where the bytes of a list are: [at, end) of `bytes`. */
interface Stretch {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
}

/** Gives the bytes of a list, to be read before they are asked for again. */
export function bytesOf({ offsets, bytes, far }: Lists, list: number): Stretch {
  const at = offsets[list] ?? 0;
  const end = offsets[list + 1] ?? 0;
  if (far === null) return { bytes, at, end };
  const rank = bisect(far.lists.length, (index) => (far.lists[index] ?? 0) < list);
  if (far.lists[rank] === list) return { bytes: far.read(at, end), at: 0, end: end - at };
  const shift = far.before[rank] ?? 0;
  return { bytes, at: at - shift, end: end - shift };
}

/** Gives all bytes, wherever they are. */
export const allBytes = ({ bytes, far }: Lists): Uint8Array =>
  far === null ? bytes : far.read(0, far.length).slice();

/** Finds the long lists and how many bytes stand before each. */
function longLists(offsets: Uint32Array): Pick<FarLists, 'lists' | 'before'> {
  const lists: number[] = [];
  const before: number[] = [0];
  for (let list = 0; list + 1 < offsets.length; list++) {
    const size = (offsets[list + 1] ?? 0) - (offsets[list] ?? 0);
    if (size < LONG) continue;
    lists.push(list);
    before.push((before.at(-1) ?? 0) + size);
  }
  return { lists: Uint32Array.from(lists), before: Uint32Array.from(before) };
}

/** Bytes read at a time; a multiple of four. */
const PIECE = 1 << 20;

/** Takes the short lists into memory and shows every byte to `see`, piece by piece; the long ones stay where they are. */
export function takeShort(offsets: Uint32Array, kept: KeptBytes, see: (piece: Uint8Array) => void): Lists {
  const { lists, before } = longLists(offsets);
  const bytes = new Uint8Array(kept.length - (before.at(-1) ?? 0));
  /** The next long list that has not ended. */
  let next = 0;
  let taken = 0;
  for (let begin = 0; begin < kept.length; begin += PIECE) {
    const end = Math.min(begin + PIECE, kept.length);
    const piece = kept.read(begin, end);
    see(piece);
    for (let at = begin; at < end;) {
      const long = lists[next];
      const [from, to] = long === undefined ? [end, end] : [offsets[long] ?? 0, offsets[long + 1] ?? 0];
      if (at < from) {
        const stop = Math.min(from, end);
        bytes.set(piece.subarray(at - begin, stop - begin), taken);
        taken += stop - at;
        at = stop;
      } else {
        at = Math.min(Math.max(to, at), end);
        if (at === to) next++;
      }
    }
  }
  return { offsets, bytes, far: { lists, before, length: kept.length, read: kept.read } };
}
