import type { JournalLine } from './journal-line';
import { decodeLine } from './journal-line';

const LINE_END = 0x0a;

/** What a journal file holds after a start, whatever happened to it before. */
export interface Recovered {
  /** Good lines in the order of `seq`, each once. */
  readonly lines: readonly JournalLine[];
  /** Lines that are not what was written, byte for byte; they stay in the file and are copied aside. */
  readonly damaged: readonly Buffer[];
  /**
   * Bytes at the end of a write that was cut off, never acknowledged: half a line, or the lines of a batch that
   * has no end.
   */
  readonly torn: Buffer;
  /** Whether the last whole line lacks its line end. */
  readonly unended: boolean;
  /** Numbers missing in the sequence beyond the damaged lines: somebody cut lines out. */
  readonly missing: number;
}

const split = (bytes: Buffer): { readonly whole: readonly Buffer[]; readonly tail: Buffer } => {
  const whole: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    whole.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return { whole, tail: bytes.subarray(start) };
};

/** A line as it stands in the file, and what it says, or null where it cannot be read. */
interface Row {
  readonly bytes: Buffer;
  readonly line: JournalLine | null;
}

/** Tells how many rows stand before a batch at the end whose last line is missing; all of them where there is none. */
const rowsBeforeOpenBatch = (rows: readonly Row[]): number => {
  const last = rows.at(-1)?.line?.batch;
  if (!last || last.at === last.of) return rows.length;
  for (let back = 1; back < last.at; back += 1) {
    const batch = rows[rows.length - 1 - back]?.line?.batch;
    if (batch?.at !== last.at - back || batch.of !== last.of) return rows.length - back;
  }
  return rows.length - last.at;
};

interface Chain {
  readonly lines: JournalLine[];
  readonly rejected: JournalLine[];
  readonly ids: Set<string>;
}

/** Puts good lines in order. Where two claim one number, the one that continues the chain wins; the other is kept aside. */
const order = (good: readonly JournalLine[]): Chain => {
  const chain: Chain = { lines: [], rejected: [], ids: new Set() };
  const sorted = [...good].sort((a, b) => a.entry.seq - b.entry.seq);
  for (const line of sorted) place(chain, line);
  return chain;
};

const place = (chain: Chain, line: JournalLine): void => {
  const last = chain.lines.at(-1);
  if (last?.entry.seq !== line.entry.seq) {
    if (chain.ids.has(line.entry.id)) {
      chain.rejected.push(line);
      return;
    }
    chain.lines.push(line);
    chain.ids.add(line.entry.id);
    return;
  }
  const before = chain.lines.at(-2)?.entry.sha256 ?? '';
  if (last.prev !== before && line.prev === before && !chain.ids.has(line.entry.id)) {
    chain.ids.delete(last.entry.id);
    chain.ids.add(line.entry.id);
    chain.lines[chain.lines.length - 1] = line;
    chain.rejected.push(last);
    return;
  }
  chain.rejected.push(line);
};

/**
 * Reads a journal of any condition. Never throws, never hides a bad line, and drops no good one but those of a batch
 * that was not written to its end.
 */
export const recover = (bytes: Buffer): Recovered => {
  const { whole, tail } = split(bytes);
  const last = tail.length > 0 ? decodeLine(tail) : null;
  const ended: readonly Row[] = whole.map((line) => ({ bytes: line, line: decodeLine(line) }));
  const rows: readonly Row[] = last ? [...ended, { bytes: tail, line: last }] : ended;
  const kept = rows.slice(0, rowsBeforeOpenBatch(rows));
  const cut = kept.length < rows.length;
  const size = kept.reduce((sum, row) => sum + row.bytes.length + 1, 0);
  const chain = order(kept.flatMap(({ line }) => line ?? []));
  const unreadable = kept.flatMap((row) => (row.line || row.bytes.length === 0 ? [] : [row.bytes]));
  const damaged = [...unreadable, ...chain.rejected.map((line) => line.bytes)];
  const highest = chain.lines.at(-1)?.entry.seq ?? 0;
  return {
    lines: chain.lines,
    damaged,
    torn: cut ? bytes.subarray(size) : last ? Buffer.alloc(0) : tail,
    unended: last !== null && !cut,
    missing: Math.max(0, highest - chain.lines.length - damaged.length),
  };
};
