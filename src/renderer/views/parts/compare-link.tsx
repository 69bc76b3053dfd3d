import type { ReactNode } from 'react';
import type { Range, Report } from '../../../shared/report';
import { useShell, useLibrary } from '../../state/app';
import { compareAt, counterpartOf, useCompareStore } from '../../state/compare/compare';
import { keyHint } from '../../../shared/commands';
import { useCommands } from '../../commands/use-commands';
import { shortName } from '../../state/library/library';

const NO_COMMANDS = {};

interface ReportPassage {
  readonly report: Report;
  readonly range: Range;
}

/** 与 2023 年对读: the way to the report this one is most naturally compared with. */
export function CompareLink({
  id,
  at = null,
  byKey = false,
  className = 'quiet',
}: {
  /** The report one comes from. */
  readonly id: string;
  /**
   * The passage in it (clean text) to find beside its counterpart, or who can tell it when it is asked for; null for the
   * pair as a whole.
   */
  readonly at?: ReportPassage | (() => ReportPassage | null) | null;
  /** Whether the key of the command leads this way too. */
  readonly byKey?: boolean;
  readonly className?: string;
}): ReactNode {
  const { navigation } = useShell();
  const choices = useCompareStore();
  const entries = useLibrary((state) => state.shelf).map(({ entry }) => entry);
  const entry = entries.find((one) => one.id === id);
  const other = entry && counterpartOf(entry, entries);
  const go = () => {
    if (!other) return;
    const passage = typeof at === 'function' ? at() : at;
    if (passage) compareAt({ navigation, choices }, [other.id, passage.report], passage.range);
    else navigation.getState().go({ view: 'compare', reports: [other.id, id] });
  };
  useCommands(byKey ? { 'compare-here': go } : NO_COMMANDS);
  if (!other) return null;
  const name = other.place === entry.place ? `${other.year} 年` : shortName(other);
  return (
    <button
      className={className}
      onClick={go}
      title={byKey ? `对读这一处（${keyHint('compare-here')}）` : undefined}
    >
      与{name}对读
    </button>
  );
}
