import { useEffect, useEffectEvent, useRef } from 'react';
import { useLibrary, useNavigation } from '../../../state/app';
import { useMatrixStore } from '../../../state/indicators/matrix';
import type { ShownMatrix } from '../../../../shared/indicators';
import type { Place } from '../../../state/library/navigation';
import { rowsNamed, type MatrixAtHand } from '../../../state/indicators/use-matrix';

/** The place of the report the indicator is asked for from, where it states it; else the first shown that does. */
const useStating = (indicator: string | null, chosen: readonly string[]): string | null => {
  const lastRead = useNavigation((state) => state.lastRead);
  const facts = useLibrary((state) => state.facts);
  const states = (report: string): boolean =>
    facts.get(report)?.observations.some((one) => one.indicator === indicator) ?? false;
  const own = lastRead !== null && states(lastRead) ? facts.get(lastRead)?.meta.place : null;
  return (
    own ??
    chosen.find((place) =>
      [...facts.values()].some(({ report, meta }) => meta.place === place && states(report)),
    ) ??
    null
  );
};

/**
 * An indicator asked for from elsewhere is brought into the table and onto the chart, once for each asking: the place
 * the reader came from is shown, and a row that is not listed (one figure only, hidden) is looked up.
 */
export const useWantedIndicator = ({ matrix, places, chosen }: MatrixAtHand, shown: ShownMatrix): void => {
  const place = useNavigation((state) => state.place);
  const wanted = place.view === 'indicators' ? place.indicator : null;
  const stating = useStating(wanted, chosen);
  const home = stating !== null && places.includes(stating) ? stating : undefined;
  const store = useMatrixStore();
  const asked = useRef<Place | null>(null);
  const answered = useRef<Place | null>(null);
  const bring = useEffectEvent((indicator: string) => {
    if (answered.current === place) return;
    const choices = store.getState();
    if (home !== undefined && !chosen.includes(home) && asked.current !== place) {
      asked.current = place;
      return choices.choose({ places: [...chosen, home] });
    }
    const [row] = rowsNamed(matrix, indicator);
    if (!row) return;
    answered.current = place;
    const listed = shown.groups.some(({ rows }) => rows.some(({ id }) => id === row.id));
    const spoken = matrix.columns.filter((_, at) => (row.cells[at]?.values.length ?? 0) > 0);
    const column = spoken.findLast((one) => one.place === home) ?? spoken.at(-1);
    choices.choose({
      query: listed ? choices.query : indicator,
      cursor: { row: row.id, column: column?.id ?? '' },
      selected: true,
      charted: [row.id],
    });
  });
  useEffect(() => {
    if (wanted !== null) bring(wanted);
  }, [place, wanted, matrix]);
};
