import type { Judgement } from './kinship';

/** Tells pairs apart. */
export const keyOf = ({ left, right }: Pick<Offer, 'left' | 'right'>): string => `${left}/${right}`;

/** Two units that may be counterparts, by their positions. */
export interface Offer extends Judgement {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  readonly evidence: number;
}

/** Mates so far; the first offer of a unit holds. */
export class MateSet {
  private readonly byLeft = new Map<number, Omit<Offer, 'left'>>();
  private readonly rights = new Set<number>();
  /** Pairs that were refused, by both positions. */
  private readonly barred = new Set<string>();

  offer({ left, right, ...known }: Offer): void {
    if (!this.free(left, right) || this.barred.has(keyOf({ left, right }))) return;
    this.byLeft.set(left, { right, ...known });
    this.rights.add(right);
  }

  release(left: number): void {
    const mate = this.byLeft.get(left);
    if (!mate) return;
    this.byLeft.delete(left);
    this.rights.delete(mate.right);
  }

  /** Releases a pair for good. */
  bar({ left, right }: Offer): void {
    this.release(left);
    this.barred.add(keyOf({ left, right }));
  }

  free(left: number, right: number): boolean {
    return !this.byLeft.has(left) && !this.rights.has(right);
  }

  list(): readonly Offer[] {
    return [...this.byLeft].map(([left, mate]) => ({ left, ...mate })).sort((a, b) => a.left - b.left);
  }
}
