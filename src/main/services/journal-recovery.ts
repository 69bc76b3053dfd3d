import type { JournalLine } from './journal-line';
import { decodeLine } from './journal-line';

const LINE_END = 0x0a;

/** What a journal file holds after a start, whatever happened to it before. */
export interface Recovered {
  /** Good lines in the order of `seq`, each once. */
  readonly lines: readonly JournalLine[];
  /** Lines that are not what was written, byte for byte; they stay in the file and are copied aside. */
  readonly damaged: readonly Buffer[];
  /** Bytes after the last line end that are no whole line: a write the power cut off, never acknowledged. */
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

/** Reads a journal of any condition. Never throws, never drops a good line, never hides a bad one. */
export const recover = (bytes: Buffer): Recovered => {
  const { whole, tail } = split(bytes);
  const last = tail.length > 0 ? decodeLine(tail) : null;
  const decoded = whole.map((line) => ({ line, value: decodeLine(line) }));
  const good = decoded.flatMap(({ value }) => (value ? [value] : []));
  const chain = order(last ? [...good, last] : good);
  const unreadable = decoded.flatMap(({ line, value }) => (value || line.length === 0 ? [] : [line]));
  const damaged = [...unreadable, ...chain.rejected.map((line) => line.bytes)];
  const highest = chain.lines.at(-1)?.entry.seq ?? 0;
  return {
    lines: chain.lines,
    damaged,
    torn: last ? Buffer.alloc(0) : tail,
    unended: last !== null,
    missing: Math.max(0, highest - chain.lines.length - damaged.length),
  };
};
