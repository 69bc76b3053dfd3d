const DIGITS = '〇一二三四五六七八九';

const digitsOf = (numerals: string): string =>
  [...numerals].map((numeral) => DIGITS.indexOf(/[○零Ｏ0]/.test(numeral) ? '〇' : numeral)).join('');

/** 二十七 -> 27, 十 -> 10, 三〇 -> 30. */
function smallNumber(text: string): number {
  if (!text.includes('十')) return Number(digitsOf(text));
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** Makes dates plain: １９９０年 and 二○二六年一月二十七日 give 1990年 and 2026年1月27日. */
export const plainDates = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九]{4}(?=\s*年)/g, digitsOf)
    .replace(/(?<=\d{4}\s*年\s*)([一二三四五六七八九十]{1,3})(?=\s*月)/g, (month) =>
      String(smallNumber(month)),
    )
    .replace(/(?<=\d{4}\s*年\s*\d{1,2}\s*月\s*)([〇○零一二三四五六七八九十]{1,3})(?=\s*日)/g, (day) =>
      String(smallNumber(day)),
    );

/** A fact with the words that tell it and where these stand. */
export interface Found<T> {
  readonly value: T;
  readonly basis: 'text' | 'file-name' | 'folder';
  readonly evidence: string;
  /** False where the words only suggest it. */
  readonly sure: boolean;
}

export const foundIn = <T>(value: T, evidence: string, sure = true): Found<T> => ({
  value,
  basis: 'text',
  evidence,
  sure,
});
