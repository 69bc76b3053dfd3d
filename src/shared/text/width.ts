/** Distance between ！…～ (U+FF01–FF5E) and !…~. */
const WIDE = 0xfee0;

/** Maps a full-width form of ASCII (！…～) to its half-width one; any other UTF-16 unit stays. */
export const narrow = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - WIDE : code);

/** Tells whether a UTF-16 unit is one of 0 to 9. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
