import { splitVerb } from '../name/subject';
import { HOLDS, signatureOf } from '../signature';
import { PLACES } from './rules';

const MAY_BE_PART = /城区|本级|每个|各/;

/** The place a clause speaks of, other than the report's own; null where it names none. */
export function placeOf(clause: string): string | null {
  if (!(signatureOf(clause) & HOLDS.ownPlace)) return null;
  const core = MAY_BE_PART.test(clause)
    ? (PLACES.core.exec(clause)?.[0] ?? PLACES.each.exec(clause)?.[0])
    : undefined;
  if (core) return core;
  const wide = PLACES.wide.exec(clause)?.[1];
  if (wide !== undefined) return wide;
  const named = PLACES.named.exec(clause)?.[1];
  return named &&
    !PLACES.generic.test(named) &&
    !PLACES['generic-end'].test(named) &&
    splitVerb(named).noun === named
    ? named
    : null;
}

const LEVELS = '区县旗市州省国';

/** A place above the reporting one that a clause begins with; null where it names none. */
export function placeAbove(clause: string, home: string): string | null {
  const named = PLACES.above.exec(clause)?.[1];
  if (named === undefined || home === '') return null;
  const level = LEVELS.indexOf(named.endsWith('自治区') ? '省' : named.slice(-1));
  return level > LEVELS.indexOf(home.slice(-1)) ? named.replace('我', '全') : null;
}
