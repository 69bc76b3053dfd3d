import { createHash } from 'node:crypto';
import type { JournalDraft, JournalEntry } from '../../shared/host';
import { isJournalBody } from './journal-body';

/** Place of a line among those appended together, from 1, and how many these are: all of them count or none. */
export interface Batch {
  readonly at: number;
  readonly of: number;
}

/** One line of the journal: what it says, the hash it follows, and its exact bytes without the line end. */
export interface JournalLine {
  readonly entry: JournalEntry;
  readonly prev: string;
  /** Null for a line that was appended alone. */
  readonly batch: Batch | null;
  readonly bytes: Buffer;
}

/** `,"sha256":"…64 hex…"}`: the checksum is the last field, so the checked text is everything before it. */
const CHECKSUM = /,"sha256":"([0-9a-f]{64})"\}$/;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Writes one change as a line. The previous hash is part of the checked text: lines form a chain, yet each stands alone. */
export const encodeLine = (
  draft: JournalDraft,
  seq: number,
  prev: string,
  batch: Batch | null = null,
): JournalLine => {
  const { id, noteId, kind, baseRev, writer, time, payload } = draft;
  const body = { id, noteId, kind, baseRev, writer, time, payload, seq };
  const text = JSON.stringify({ ...body, ...(batch ? { batch } : {}), prev });
  const hash = sha256(text);
  const line = `${text.slice(0, -1)},"sha256":"${hash}"}`;
  return { entry: { ...body, sha256: hash }, prev, batch, bytes: Buffer.from(line, 'utf8') };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const CARRIAGE_RETURN = 0x0d;

/** A line without what an editor or a tool that keeps folders alike puts around it. */
const undressed = (bytes: Buffer): Buffer => {
  const start = bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  return bytes.subarray(start, bytes.at(-1) === CARRIAGE_RETURN ? -1 : undefined);
};

/** Reads one line; null when a single bit of it is not what was written. A BOM and a carriage return are no part of it. */
export const decodeLine = (dressed: Buffer): JournalLine | null => {
  const bytes = undressed(dressed);
  const text = bytes.toString('utf8');
  const checksum = CHECKSUM.exec(text);
  if (checksum?.[1] === undefined || !Buffer.from(text, 'utf8').equals(bytes)) return null;
  const body = `${text.slice(0, checksum.index)}}`;
  if (sha256(body) !== checksum[1]) return null;
  const value = parse(body);
  if (!isJournalBody(value)) return null;
  const { prev, batch = null, ...rest } = value;
  return { entry: { ...rest, sha256: checksum[1] }, prev, batch, bytes };
};
