/** What a file is by its first bytes and the names of its parts. `text` is anything that may be read as text. */
export type Container = 'zip' | 'ole' | 'pdf' | 'rtf' | 'picture' | 'program' | 'text';

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x42, 0x4d]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x52, 0x61, 0x72, 0x21]],
  ['program', [0x37, 0x7a, 0xbc, 0xaf]],
  ['program', [0x1f, 0x8b]],
];

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Where readers of PDF look for its mark. */
const PDF_REACH = 1024;

const startsWith = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

/** Tells a file's container by its bytes. */
export function containerOf(bytes: Uint8Array): Container {
  const known = SIGNATURES.find(([, mark]) => startsWith(bytes, mark));
  if (known !== undefined && (known[0] !== 'picture' || !isBitmapByChance(bytes))) return known[0];
  const reach = Math.min(PDF_REACH, bytes.length);
  for (let at = 0; at < reach; at += 1) if (startsWith(bytes, PDF, at)) return 'pdf';
  return 'text';
}

/** “BM” may begin a text; a bitmap has its own length in the next four bytes. */
function isBitmapByChance(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x42) return false;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(2, 6);
  return a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24 !== bytes.length;
}

/** Tells whether bytes hold a name as OLE directories write it: UTF-16, little end first. */
export function holdsWideName(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  const first = wide[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, wide, at)) return true;
  return false;
}
