import type { ReactNode } from 'react';
import type { Range, Report } from '../../../shared/report';
import { useShell, useLibrary } from '../../state/app';
import { compareAt, counterpartOf, useCompareStore } from '../../state/compare/compare';
import { shortName } from '../../state/library/library';

/** 与 2023 年对读: the way to the report this one is most naturally compared with. */
export function CompareLink({
  id,
  at = null,
  className = 'quiet',
}: {
  /** The report one comes from. */
  readonly id: string;
  /** The passage in it (clean text) to find beside its counterpart; null for the pair as a whole. */
  readonly at?: { readonly report: Report; readonly range: Range } | null;
  readonly className?: string;
}): ReactNode {
  const { navigation } = useShell();
  const choices = useCompareStore();
  const entries = useLibrary((state) => state.shelf).map(({ entry }) => entry);
  const entry = entries.find((one) => one.id === id);
  const other = entry && counterpartOf(entry, entries);
  if (!other) return null;
  const name = other.place === entry.place ? `${other.year} 年` : shortName(other);
  const go = () => {
    if (at) compareAt({ navigation, choices }, [other.id, at.report], at.range);
    else navigation.getState().go({ view: 'compare', reports: [other.id, id] });
  };
  return (
    <button className={className} onClick={go}>
      与{name}对读
    </button>
  );
}
