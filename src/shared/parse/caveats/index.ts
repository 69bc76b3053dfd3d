import type { Caveat } from '../../report';
import type { Context, Finder } from './context';
import { findGarbled } from './garbled';
import { findImplausible } from './implausible';
import { findMisplaced } from './misplaced';
import { findRepeated } from './repeated';
import { findTruncated } from './truncated';

const FINDERS: readonly Finder[] = [findTruncated, findRepeated, findGarbled, findMisplaced, findImplausible];

/** All that is wrong with a source as far as its text alone can tell, in reading order. */
export const findCaveats = (context: Context): Caveat[] =>
  FINDERS.flatMap((find) => find(context)).sort(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end,
  );
