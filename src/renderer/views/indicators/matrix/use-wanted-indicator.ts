import { useEffect, useEffectEvent, useRef } from 'react';
import { useNavigation } from '../../../state/app';
import { useAllFacts } from '../../../state/library/use-reports';
import { useMatrixStore } from '../../../state/indicators/matrix';
import type { ShownMatrix } from '../../../../shared/indicators';
import type { Place } from '../../../state/library/navigation';
import { rowsNamed, type MatrixAtHand } from '../../../state/indicators/use-matrix';

/** Places that state an indicator, that of the report last read first. */
const useStating = (indicator: string | null): readonly string[] => {
  const { facts } = useAllFacts();
  const lastRead = useNavigation((state) => state.lastRead);
  const stated = facts.filter(({ observations }) => observations.some((one) => one.indicator === indicator));
  const placeOf = (id: string | null): string | null =>
    stated.find(({ report }) => report === id)?.meta.place ?? null;
  const places = [placeOf(lastRead), ...stated.map(({ meta }) => meta.place)];
  return [...new Set(places)].filter((place) => place !== null);
};

/**
 * An indicator asked for from elsewhere is brought into the table and onto the chart, once for each asking: the place
 * the reader came from is shown, and a row that is not listed (one figure only, hidden) is looked up.
 */
export const useWantedIndicator = ({ matrix, places, chosen }: MatrixAtHand, shown: ShownMatrix): void => {
  const place = useNavigation((state) => state.place);
  const wanted = place.view === 'indicators' ? place.indicator : null;
  const [home] = useStating(wanted).filter((name) => places.includes(name));
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
