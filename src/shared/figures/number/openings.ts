/** Characters that may open a number: digits of either width, and Han ones where the second table allows the next. */
const OPENS = new Uint8Array(0x10000);
const FOLLOWS = new Uint8Array(0x10000);
const [ALONE, WITH_NEXT] = [1, 2];
for (const char of '0123456789０１２３４５６７８９') OPENS[char.charCodeAt(0)] = ALONE;
for (const char of '第首前百十千万亿零〇一二两三四五六七八九翻') OPENS[char.charCodeAt(0)] = WITH_NEXT;
for (const char of '位分零〇一二两三四五六七八九十百千万亿余多成倍番了元人个家列次户吨亩')
  FOLLOWS[char.charCodeAt(0)] = 1;

/** Where the next number may begin in clean text, at or after `from`; Infinity where none does. */
function nextOpening(clean: string, from: number): number {
  for (let at = from; at < clean.length; at++) {
    const opens = OPENS[clean.charCodeAt(at)];
    if (opens === ALONE || (opens === WITH_NEXT && FOLLOWS[clean.charCodeAt(at + 1)] === 1)) return at;
  }
  return Infinity;
}

/**
 * Answers, for ranges asked in ascending order, whether one holds an opening. Coarse on purpose: one pass over the
 * whole text, so that sentences without any number cost nothing.
 */
export function openingsOf(clean: string): (start: number, end: number) => boolean {
  let next = -1;
  return (start, end) => {
    if (next < start) next = nextOpening(clean, start);
    return next < end;
  };
}
