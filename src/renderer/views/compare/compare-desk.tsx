import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react';
import { describeState, type Comparison } from '../../../shared/compare';
import type { Topic } from '../../../shared/report';
import { useApp } from '../../state/app';
import { useComparison, type CompareChoices, type Passage, type Stage } from '../../state/compare/compare';
import { shortName } from '../../state/library/library';
import { EmptyState, FaultState, Opening } from '../states/states';
import { TopicColumns } from './topic-columns';
import type { Pair } from './use-ready-pair';
import { useStage } from './use-stage';
import { locate, makeSides, type Sides } from './words';

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

/** A pair of readable reports side by side. */
export function CompareDesk({ left, right }: Pair): ReactNode {
  const { library } = useApp();
  const chosen = useMemo(() => [left, right], [left, right]);
  const { choices, stage } = useStage(chosen);
  const sides = makeSides(left, right);
  const answer = useComparison(left.report, right.report, stage.roles);
  return (
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
  );
}
