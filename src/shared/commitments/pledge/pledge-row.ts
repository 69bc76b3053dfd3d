import type { Stage } from '../../report';
import type { Demand } from './object';

/** One way a plan makes a promise in words: what comes before, the object `o`, and the stage that is promised. */
export interface PledgeRow {
  readonly pattern: RegExp;
  readonly stage: Stage;
  /** What the object must be: a thing with the ending of a name, one that stands somewhere, work, a title, or anything. */
  readonly of: Demand;
  readonly example: string;
  readonly counter: string;
}

/** Makes a row; without a demand its object may be anything that could be found again. */
export const row = (
  stage: Stage,
  pattern: RegExp,
  { of = 'anything', example, counter }: Partial<PledgeRow> & Pick<PledgeRow, 'example' | 'counter'>,
): PledgeRow => ({ stage, pattern, of, example, counter });
