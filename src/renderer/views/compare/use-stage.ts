import { useEffect, useMemo } from 'react';
import {
  firstStage,
  stagesOf,
  useCompareChoices,
  type CompareChoices,
  type Stage,
} from '../../state/compare/compare';
import type { Chosen } from './use-ready-pair';

/** The reader's choices for these reports; others start afresh. */
const useChoicesFor = (pair: string): CompareChoices => {
  const choices = useCompareChoices();
  const { forPair } = choices;
  useEffect(() => forPair(pair), [forPair, pair]);
  return choices.pair === pair
    ? choices
    : { ...choices, stage: null, topic: null, cursor: null, wanted: null };
};

/** The parts these reports can be compared by, the one chosen, and what else the reader chose for them. */
export const useStage = (
  chosen: readonly Chosen[],
): { readonly choices: CompareChoices; readonly stages: readonly Stage[]; readonly stage: Stage } => {
  const choices = useChoicesFor(chosen.map(({ entry }) => entry.id).join());
  const reports = useMemo(() => chosen.map(({ report }) => report), [chosen]);
  const stages = useMemo(() => stagesOf(...reports), [reports]);
  const stage = stages.find(({ id }) => id === choices.stage) ?? firstStage(...reports);
  return { choices, stages, stage };
};
