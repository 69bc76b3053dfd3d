import { fail, succeed, type Result } from '../../shared/fault';
import { CONTENT_PIECE, MAX_CONTENT, type LibraryPort, type LibraryWire } from '../../shared/host';
import { sha256Of } from '../digest/sha256';
import { appended, orSilent, silent } from './answer';

/** A share of the bytes that fits the arguments of one call. */
const SHARE = 0x8000;

const toBase64 = (bytes: Uint8Array): string => {
  const shares: string[] = [];
  for (let start = 0; start < bytes.length; start += SHARE)
    shares.push(String.fromCharCode(...bytes.subarray(start, start + SHARE)));
  return btoa(shares.join(''));
};

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const put = async (wire: LibraryWire, bytes: Uint8Array<ArrayBuffer>): Promise<Result<string>> => {
  const sha256 = await sha256Of(bytes);
  const size = bytes.length;
  for (let at = 0; ; at += CONTENT_PIECE) {
    const data = toBase64(bytes.subarray(at, at + CONTENT_PIECE));
    const state = await orSilent(() => wire.putPiece({ sha256, size, at, data }));
    if (!state.ok) return state;
    if (state.value.kept) return succeed(sha256);
    if (state.value.received >= size) return fail(silent('content was received, yet not kept'));
  }
};

const get = async (wire: LibraryWire, sha256: string): Promise<Result<Uint8Array>> => {
  let bytes: Uint8Array | null = null;
  for (let at = 0; bytes === null || at < bytes.length;) {
    const start = at;
    const piece = await orSilent(() => wire.getPiece(sha256, start));
    if (!piece.ok) return piece;
    const part = fromBase64(piece.value.data);
    if (piece.value.size > MAX_CONTENT || (part.length === 0 && piece.value.size > start))
      return fail(silent('a piece of content that leads nowhere'));
    bytes ??= new Uint8Array(piece.value.size);
    bytes.set(part, start);
    at += part.length;
    if (piece.value.size === 0) break;
  }
  return succeed(bytes ?? new Uint8Array());
};

/** The library over a wire: content cut into pieces and joined again, a silent host told as a fault. */
export const libraryOver = (wire: LibraryWire): LibraryPort => ({
  head: () => orSilent(() => wire.head()),
  read: (afterSeq) => orSilent(() => wire.read(afterSeq)),
  append: async (draft) => {
    const entries = await appended([draft], async () => {
      const receipt = await wire.append(draft);
      return receipt.ok ? succeed([receipt.value]) : receipt;
    });
    if (!entries.ok) return entries;
    const [entry] = entries.value;
    return entry ? succeed(entry) : fail(silent('a change without its receipt'));
  },
  put: (bytes) => put(wire, new Uint8Array(bytes)),
  get: (sha256) => get(wire, sha256),
  openOriginal: (id) => orSilent(() => wire.openOriginal(id)),
});
