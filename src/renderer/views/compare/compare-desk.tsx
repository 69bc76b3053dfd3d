import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { describeState, type Comparison } from '../../../shared/compare';
import type { Topic } from '../../../shared/report';
import { useApp } from '../../state/app';
import {
  firstStage,
  stagesOf,
  useComparison,
  useCompareChoices,
  type CompareChoices,
  type Passage,
  type Stage,
} from '../../state/compare/compare';
import { shortName, type Shelved } from '../../state/library/library';
import { EmptyState, FaultState, Opening } from '../states/states';
import { ChangesSwitch, CompareBar, StageSwitch } from './compare-bar';
import { TopicColumns } from './topic-columns';
import type { Pair } from './use-ready-pair';
import { locate, makeSides, type Sides } from './words';

/** The reader's choices for these reports; others start afresh. */
export const useChoicesFor = (pair: string): CompareChoices => {
  const choices = useCompareChoices();
  const { forPair } = choices;
  useEffect(() => forPair(pair), [forPair, pair]);
  return choices.pair === pair
    ? choices
    : { ...choices, stage: null, topic: null, cursor: null, wanted: null };
};

/** The topic asked for, else the first that both reports have. */
const topicOf = ({ topics }: Comparison, asked: Topic | null): Topic | undefined => {
  const common = topics.find(({ sections: [left, right] }) => left > 0 && right > 0) ?? topics[0];
  return topics.find(({ topic }) => topic === asked)?.topic ?? common?.topic;
};

const TITLES: Readonly<Partial<Record<Comparison['state'], string>>> = {
  itself: '左右是同一篇',
  identical: '两篇的文字完全相同',
  'no-common-topic': '这两篇没有同一领域的内容',
  empty: '这一部分两篇都没有内容',
};

/** Pairs that leave nothing to set side by side. */
function NothingToCompare({
  title,
  words,
  state,
}: {
  readonly title: string;
  readonly words: string;
  readonly state: Comparison['state'];
}): ReactNode {
  return (
    <EmptyState character="对" title={title}>
      {state === 'no-common-topic' ? '请换一个部分再看，或者用“换报告”另选一篇。' : words}
    </EmptyState>
  );
}

/** Brings the passage that was asked for into view, once; one that is not compared leaves the pair as it is. */
const useWanted = (
  comparison: Comparison,
  sides: Sides,
  { wanted, cursor, choose }: CompareChoices,
): void => {
  const go = useEffectEvent(({ report, range }: Passage) => {
    const side = sides.left.report.id === report ? 'left' : 'right';
    const place = locate(comparison, side, range);
    const jump = (cursor?.jump ?? 0) + 1;
    choose({ wanted: null, ...(place && { topic: place.topic, cursor: { line: place.line, side, jump } }) });
  });
  useEffect(() => {
    if (wanted) go(wanted);
  }, [comparison, wanted]);
};

function Result({
  comparison,
  sides,
  stage,
  choices,
}: {
  readonly comparison: Comparison;
  readonly sides: Sides;
  readonly stage: Stage;
  readonly choices: CompareChoices;
}): ReactNode {
  useWanted(comparison, sides, choices);
  const topic = topicOf(comparison, choices.topic);
  const words = describeState(comparison.state, shortName(sides.left.entry), shortName(sides.right.entry));
  const title = TITLES[comparison.state];
  if (!topic || title)
    return (
      <NothingToCompare title={title ?? TITLES.empty ?? ''} words={words ?? ''} state={comparison.state} />
    );
  return (
    <TopicColumns
      comparison={comparison}
      sides={sides}
      stage={stage}
      topic={topic}
      notice={words}
      choices={choices}
    />
  );
}

/** A pair of readable reports: the switches of the bar, and what they ask for. */
export function CompareDesk({
  shelf,
  left,
  right,
}: Pair & { readonly shelf: readonly Shelved[] }): ReactNode {
  const { library } = useApp();
  const pair = [left.entry.id, right.entry.id];
  const choices = useChoicesFor(pair.join());
  const { choose } = choices;
  const reports = useMemo(() => [left.report, right.report], [left.report, right.report]);
  const stages = useMemo(() => stagesOf(...reports), [reports]);
  const stage = stages.find(({ id }) => id === choices.stage) ?? firstStage(...reports);
  const sides = makeSides(left, right);
  const answer = useComparison(left.report, right.report, stage.roles);
  return (
    <div className="view">
      <CompareBar
        shelf={shelf}
        pair={pair}
        switches={
          <>
            <StageSwitch
              stages={stages}
              current={stage}
              onChoose={({ id }) => choose({ stage: id, topic: null, cursor: null })}
            />
            <ChangesSwitch
              onlyChanges={choices.onlyChanges}
              onChoose={(onlyChanges) => choose({ onlyChanges, cursor: null })}
            />
          </>
        }
      />
      <main className="compare-body">
        {!answer && <Opening what="正在对读" />}
        {answer && !answer.ok && (
          <FaultState
            title="这两篇没有对读成"
            fault={answer.fault}
            actions={
              <button className="button primary" onClick={() => void library.getState().recheck()}>
                重新检查
              </button>
            }
          />
        )}
        {answer?.ok && <Result comparison={answer.value} sides={sides} stage={stage} choices={choices} />}
      </main>
    </div>
  );
}
