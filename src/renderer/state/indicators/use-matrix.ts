import { useDeferredValue, useMemo } from 'react';
import { buildMatrix, type Matrix, type MatrixRow } from '../../../shared/compare';
import type { Commitment } from '../../../shared/report';
import { useLibrary } from '../app';
import { useAssessments } from '../notes/assessments';
import { useClassified } from '../notes/classifications';
import { findIndicators, indicatorEntries } from '../../../shared/indicators';
import { useFacts, useVolumes } from '../library/use-reports';
import { useScope } from '../library/use-scope';
import { isStudied } from '../library/library';
import { useMatrixChoices } from './matrix';
import { shownMatrix, type ShownMatrix } from '../../../shared/indicators';

/** Commitments with the reader's verdicts in place of the program's. */
const useJudged = (): readonly Commitment[] => {
  const { commitments } = useAssessments();
  return useMemo(
    () =>
      commitments.map(({ commitment, verdict, sure, result, correction }) => ({
        ...commitment,
        verdict,
        sure,
        result,
        reason: correction ? `您更正过结论。${correction.reason}` : commitment.reason,
      })),
    [commitments],
  );
};

export interface MatrixAtHand {
  /** Every place that can be shown. */
  readonly places: readonly string[];
  /** Those that are. */
  readonly chosen: readonly string[];
  readonly matrix: Matrix;
  /** Whether all is known of the places shown: doubts and verdicts come last. */
  readonly complete: boolean;
}

/** 指标对照 for the places the reader put side by side, else for the one at hand. No other place is looked into. */
export const useMatrix = (): MatrixAtHand => {
  const shelf = useLibrary((state) => state.shelf);
  const judged = useJudged();
  const wanted = useMatrixChoices().places;
  const { home } = useScope();
  const entries = useMemo(
    () => shelf.flatMap(({ entry, state }) => (state === 'damaged' ? [] : [entry])),
    [shelf],
  );
  const places = useMemo(() => [...new Set(entries.map(({ place }) => place))], [entries]);
  const known = places.filter((place) => wanted.includes(place));
  const key = known.length > 0 ? known.join('\n') : (home ?? '');
  const chosen = useMemo(() => key.split('\n').filter(Boolean), [key]);
  const opened = useVolumes(entries.filter(({ place }) => chosen.includes(place)).map(({ id }) => id));
  const volumes = useClassified(useMemo(() => [...opened.values()], [opened]));
  const matrix = useMemo(
    () => buildMatrix({ volumes, commitments: judged }, { places: chosen, known: places }),
    [volumes, judged, chosen, places],
  );
  const complete = useLibrary(
    (state) => chosen.length > 0 && chosen.every((place) => isStudied(state, place)),
  );
  return { places, chosen, matrix, complete };
};

/** Gives what the words in 找指标 stand for, best first; null where nothing is asked. The same matching as 全部指标. */
export const useFoundIndicators = ({ chosen }: MatrixAtHand): readonly string[] | null => {
  const shelf = useLibrary((state) => state.shelf);
  const ids = useMemo(
    () => shelf.flatMap(({ entry }) => (chosen.includes(entry.place) ? [entry.id] : [])),
    [shelf, chosen],
  );
  const facts = useFacts(ids);
  const query = useDeferredValue(useMatrixChoices().query.trim());
  const stated = useClassified(facts);
  const entries = useMemo(() => indicatorEntries(stated), [stated]);
  return useMemo(
    () => (query === '' ? null : findIndicators(entries, query).map(({ entry }) => entry.indicator)),
    [entries, query],
  );
};

/** The matrix as the reader arranged it. */
export const useShownMatrix = (matrix: Matrix, found: readonly string[] | null): ShownMatrix => {
  const choices = useMatrixChoices();
  const { hiddenColumns, hiddenRows, pinnedRows, order, sort, byTopic, byYear, singles } = choices;
  return useMemo(
    () =>
      shownMatrix(
        matrix,
        { hiddenColumns, hiddenRows, pinnedRows, order, sort, byTopic, byYear, singles },
        found,
      ),
    [matrix, found, hiddenColumns, hiddenRows, pinnedRows, order, sort, byTopic, byYear, singles],
  );
};

/** Rows of an indicator, amounts before growths and ranks. */
export const rowsNamed = ({ groups }: Matrix, indicator: string): readonly MatrixRow[] =>
  groups
    .flatMap(({ rows }) => rows)
    .filter((row) => row.indicator === indicator)
    .toSorted((a, b) => Number(a.measure !== 'level') - Number(b.measure !== 'level'));
