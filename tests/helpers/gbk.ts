const FIRST = 0x81;
const LAST = 0xfe;
const LEAST_SECOND = 0x40;

/** The two bytes of each character of GBK; the runtime reads it and does not write it. */
const table = (): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, readonly number[]>();
  for (let first = FIRST; first <= LAST; first += 1)
    for (let second = LEAST_SECOND; second <= LAST; second += 1)
      bytes.set(decoder.decode(Uint8Array.from([first, second])), [first, second]);
  return bytes;
};

/** Writes a text in GBK; what GBK does not have is written as a question mark. */
export const gbkOf = (text: string): Uint8Array => {
  const known = table();
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (known.get(sign) ?? [0x3f]))),
  );
};
