import { useMemo, type ReactNode } from 'react';
import type { Group } from '../../../state/library/groups';
import {
  useEntries,
  useGroups,
  usePlacesRead,
  useScope,
  type ScopeAtHand,
} from '../../../state/library/use-scope';
import type { Pick } from '../picker/offers';
import { PickerLayer } from '../picker/picker-layer';
import { PLACE_WORDS, scopeFinder, scopeOf } from './scope-offers';
import './scope.css';

/** Gives the scope in words: 周口市, the name of a group, 整个书架. */
const scopeWords = ({ scope }: ScopeAtHand, groups: readonly Group[]): string => {
  if (scope.kind === 'place') return scope.place;
  return (scope.kind === 'group' && groups.find(({ id }) => id === scope.group)?.name) || '整个书架';
};

const NOTHING: readonly string[] = [];

/** Says what is looked at, and lets another place or the whole shelf be chosen. Every view with a scope shares it. */
export function ScopePicker({
  shown,
  onlyPlaces = false,
  onChosen,
}: {
  /** What is shown, where that is not the scope itself. */
  readonly shown?: string;
  readonly onlyPlaces?: boolean;
  readonly onChosen?: () => void;
}): ReactNode {
  const entries = useEntries();
  const read = usePlacesRead() ?? NOTHING;
  const atHand = useScope();
  const { home, choose } = atHand;
  const { list, pins } = useGroups();
  const find = useMemo(() => {
    let finder: ((asked: string) => readonly Pick[]) | null = null;
    // Made when the picker is opened: it goes through the divisions of every place.
    return (asked: string) =>
      (finder ??= scopeFinder({ entries, home, read, groups: list, pins, onlyPlaces }))(asked);
  }, [entries, home, read, list, pins, onlyPlaces]);
  if (entries.length === 0) return null;
  return (
    <PickerLayer
      label="看哪里"
      shown={shown ?? scopeWords(atHand, list)}
      find={find}
      words={PLACE_WORDS}
      onChoose={(key) => {
        choose(scopeOf(key));
        onChosen?.();
      }}
    />
  );
}
