import { Unzip, UnzipInflate } from 'fflate';
import { REFUSALS } from '../shared/import';

/** A member of an archive, unpacked. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What keeps an archive from being unpacked, each with its sentence. */
export const UNPACK_REFUSALS = {
  'too-large': REFUSALS.tooLarge,
  'too-many': REFUSALS.tooManyMembers,
  damaged: REFUSALS.damaged,
  locked: REFUSALS.locked,
} as const;

type Why = keyof typeof UNPACK_REFUSALS;

export type Unpacked =
  { readonly ok: true; readonly members: readonly Member[] } | { readonly ok: false; readonly why: Why };

const CHUNK = 1 << 16;
const MOST_MEMBERS = 2_000;
/** Bytes out for one byte in, above which a larger archive is a bomb (S-18). */
const MOST_RATIO = 200;
const LEAST_MEASURED = 10 * 2 ** 20;
/** Bit of a local header that says the member is encrypted. */
const ENCRYPTED = 1;

/**
 * Unpacks the members whose names are wanted. Bytes are counted as they come, never taken from what the archive says
 * of itself, so that a small file cannot fill the memory.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, mostBytes: number): Unpacked {
  if ((bytes[6] ?? 0) & ENCRYPTED) return { ok: false, why: 'locked' };
  const members: Member[] = [];
  let total = 0;
  let count = 0;
  let why: Why | null = null;
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > MOST_MEMBERS) why ??= 'too-many';
    const name = memberName(file.name);
    if (why !== null || !wanted(name)) return;
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, final) => {
      if (error !== null) why = 'damaged';
      if (why !== null) return;
      total += part.length;
      if (total > mostBytes || total > Math.max(LEAST_MEASURED, bytes.length * MOST_RATIO)) {
        why = 'too-large';
        return file.terminate();
      }
      parts.push(part);
      if (final) members.push({ name, bytes: joined(parts) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && why === null; at += CHUNK)
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch {
    why ??= 'damaged';
  }
  return why === null ? { ok: true, members } : { ok: false, why };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A name without the flag for UTF-8 comes byte by byte; Chinese systems wrote it in GBK. */
function memberName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\0-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return name;
}
