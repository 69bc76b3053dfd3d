import { BOUND_SIGNS, type Bound, type Observation } from '../../report';
import { convertExact } from '../../figures/unit/convert';
import { CLASSIFIERS } from '../../figures/unit/table';
import { parseRational, toNumber } from '../../figures/unit/rational';

type Value = Observation['value'];

/** More decimals than these nobody prints: a conversion that needs them is not shown. */
const DECIMALS = 6;

/** `16300.25` as it is read: 16,300.25; the minus sign is full-width. */
export function figure(value: number): string {
  const [whole = '', fraction] = plain(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '－' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** All digits of a number, never in powers of ten. */
const plain = (value: number): string =>
  /e/.test(String(value)) ? value.toFixed(value < 1 ? 20 : 0).replace(/\.?0+$/, '') : String(value);

/** The value with the sign of its bound: ＞3,000, 5—8. */
export const valueText = (value: Value, bound: Bound): string =>
  BOUND_SIGNS[bound] + (typeof value === 'number' ? figure(value) : value.map(figure).join('—'));

const convertOne = (value: number, from: string, to: string): number | null => {
  const exact = parseRational(String(value));
  const converted = exact && convertExact(exact, from, to);
  return converted ? toNumber(converted) : null;
};

const POWERS = /^[十百千万亿]+/;

/** A power of ten alone: 94.64万. */
export const isBare = (unit: string): boolean => unit !== '' && unit.replace(POWERS, '') === '';

/** 1.87万 beside 2万人 is 1.87万人: a bare power of ten counts what the row counts, unless that is measured. */
export function statedUnit(unit: string, rowUnit: string): string {
  const counted = rowUnit.replace(POWERS, '');
  return isBare(unit) && CLASSIFIERS.includes(counted) ? unit + counted : unit;
}

/** The value in another unit, exactly; null where the units measure different things. */
export function inUnit(value: Value, from: string, to: string): Value | null {
  if (from === to) return value;
  if (typeof value === 'number') return convertOne(value, from, to);
  const low = convertOne(value[0], from, to);
  const high = convertOne(value[1], from, to);
  return low === null || high === null ? null : [low, high];
}

const isShort = (value: number): boolean => Number(value.toFixed(DECIMALS)) === value;

/** Tells whether a converted value can be written out without rounding it. */
export const isPrintable = (value: Value): boolean =>
  typeof value === 'number' ? isShort(value) : value.every(isShort);
