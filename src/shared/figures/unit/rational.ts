/** An exact fraction; conversions of units lose nothing. `den` is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function rational(num: bigint, den: bigint): Rational {
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

/** Reads `12.5`, `-3`, `1e-7` or `2000/3` exactly; null where the text is no number. */
export function parseRational(text: string): Rational | null {
  const [top = '', bottom] = text.split('/');
  const num = parseDecimal(top);
  const den = bottom === undefined ? { num: 1n, den: 1n } : parseDecimal(bottom);
  return num && den && den.num !== 0n ? rational(num.num * den.den, num.den * den.num) : null;
}

function parseDecimal(text: string): Rational | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text.trim());
  if (!found) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(sign + whole + fraction);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift), 1n) : rational(digits, 10n ** BigInt(-shift));
}

export const multiply = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);

export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.num * b.den - b.num * a.den, a.den * b.den);

export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);

export const equals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;

/** The nearest number, to fifteen significant digits. */
export function toNumber({ num, den }: Rational): number {
  const scale = 10n ** 20n;
  const whole = num / den;
  const rest = ((num % den) * scale) / den;
  return Number((Number(whole) + Number(rest) / 1e20).toPrecision(15));
}
