/** Ways of writing a number: 8% and 百分之八, 5205万吨 and 五千二百零五万吨, 5%—6% and 5%～6%. All texts here are shadows. */

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'] as const;
const HAN = '〇零一二两三四五六七八九十百千';

/** What follows a number that is counted or measured; only before these are Han numerals taken for a number. */
const UNIT =
  '万|亿|元|吨|公里|平方公里|人|户|个|家|亩|倍|件|项|套|所|位|名|岁|天|年|斤|公斤|千瓦|标箱|册|条|座|处|m2';

const HAN_NUMBER = new RegExp(
  `百分之([${HAN}]+(?:点[${HAN}]+)?)|([${HAN}]{2,}(?:点[${HAN}]+)?)(?=${UNIT})`,
  'g',
);
const HAN_RANK = new RegExp(`第([${HAN}]+)(?=位|名|个|次|批)`, 'g');
const HAN_YEAR = /[〇零一二三四五六七八九]{4}(?=年)/g;
const NUMBER = new RegExp(`(\\d+(?:\\.\\d+)?)(%|(?=${UNIT}))`, 'g');
const YEAR = /(?:19|20)\d\d(?=年)/g;

const digitOf = (char: string): number => '〇零一二三四五六七八九'.indexOf(char) - 1;

/** The number that Han numerals below ten thousand write; null for what is none (十四五). */
function hanInteger(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last: number = PLACES.length;
  for (const char of text.replace(/两/g, '二')) {
    const place = PLACES.indexOf(char as (typeof PLACES)[number]);
    if (place > 0) {
      if (place >= last || (digit === null && !(place === 1 && sum === 0))) return null;
      sum += (digit ?? 1) * 10 ** place;
      last = place;
      digit = null;
    } else {
      const value = Math.max(0, digitOf(char));
      if (digit !== null && digit !== 0) return null;
      digit = value;
    }
  }
  return sum + (digit ?? 0);
}

function hanToDigits(text: string): string | null {
  const [whole = '', part] = text.split('点');
  const integer = hanInteger(whole);
  if (integer === null) return null;
  if (part === undefined) return String(integer);
  const decimals = [...part].map((char) => Math.max(0, digitOf(char)));
  return /[十百千两]/.test(part) ? null : `${integer}.${decimals.join('')}`;
}

/** 5205 -> 五千二百零五, 12 -> 十二, 6.5 -> 六点五; null for what reports never write so. */
function digitsToHan(text: string): string | null {
  const [whole = '', part] = text.split('.');
  if (whole.length > PLACES.length || (whole.length > 1 && whole.startsWith('0'))) return null;
  const integer = [...whole]
    .map((char, at) =>
      char === '0' ? '零' : `${DIGITS.charAt(Number(char))}${PLACES[whole.length - 1 - at] ?? ''}`,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '')
    .replace(/^一十/, '十');
  return part === undefined
    ? integer
    : `${integer}点${[...part].map((char) => DIGITS.charAt(Number(char))).join('')}`;
}

/** Writes the Chinese numerals of a text as digits: 百分之八 is 8%, 五千二百零五万吨 is 5205万吨. */
export const toDigits = (text: string): string =>
  text
    .replace(HAN_YEAR, (year) => [...year].map((char) => Math.max(0, digitOf(char))).join(''))
    .replace(HAN_RANK, (_, rank: string) => `第${hanToDigits(rank) ?? rank}`)
    .replace(HAN_NUMBER, (all, share: string | undefined, plain: string | undefined) => {
      const digits = hanToDigits(share ?? plain ?? '');
      return digits === null ? all : `${digits}${share === undefined ? '' : '%'}`;
    });

const toHan = (text: string): string =>
  text
    .replace(YEAR, (year) => [...year].map((char) => '〇一二三四五六七八九'.charAt(Number(char))).join(''))
    .replace(NUMBER, (all, number: string, sign: string) => {
      const han = digitsToHan(number);
      if (han === null) return all;
      return sign === '%' ? `百分之${han}` : han;
    });

const RANGE = /(?<=\d)([%‰]?)([-~至到])(?=\d)/g;

/** Both ends of a range may be joined by —, ～ or 至; a lone % at the end belongs to both. */
function rangeForms(text: string): readonly string[] {
  if (!/\d[%‰]?[-~至到]\d/.test(text)) return [];
  const both = text.replace(/(\d)([-~至到])(\d+(?:\.\d+)?)([%‰])/g, '$1$4$2$3$4');
  const one = text.replace(/([%‰])([-~至到])(\d+(?:\.\d+)?)\1/g, '$2$3$1');
  return [both, one, text].flatMap((form) =>
    ['-', '~', '至'].map((sign) => form.replace(RANGE, (_, unit: string) => `${unit}${sign}`)),
  );
}

/** Lists the other ways to write the numbers of a term, each once; none for a term without a number. */
export function numberForms(term: string): readonly string[] {
  const han = toHan(term);
  const two = han.replace(/二(?=千|百|万|亿|倍|个|家)/g, '两');
  const forms = [toDigits(term), han, two, ...rangeForms(term)];
  return [...new Set(forms)].filter((form) => form !== term);
}
