import type { ReactNode } from 'react';
import type { Shelved } from '../../../state/library/library';
import { DamagedReport } from '../../states/damaged-report';
import { Opening } from '../../states/states';

/** Shows what stands in place of a pair of reports that cannot be shown: not chosen, still opening, or damaged. */
export function Unready({
  shelf,
  pair,
  choose,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
  /** The way to choose a pair. */
  readonly choose: ReactNode;
}): ReactNode {
  const items = pair.flatMap((id) => shelf.find(({ entry }) => entry.id === id) ?? []);
  const damaged = items.find((item) => item.state === 'damaged');
  if (items.length < 2) return choose;
  return damaged ? <DamagedReport item={damaged} /> : <Opening />;
}
