import type { NumberToken } from '../number/token';

/** A number with the words around it, up to its neighbours. */
export interface Site {
  readonly token: NumberToken;
  readonly left: string;
  readonly right: string;
  /** True where no other number follows in the clause. */
  readonly last: boolean;
  /** Where the clause begins in the compact text. */
  readonly since: number;
  /** The whole compact sentence. */
  readonly text: string;
}
