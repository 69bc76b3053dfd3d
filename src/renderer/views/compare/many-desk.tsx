import { useMemo, useState, type ReactNode } from 'react';
import type { ManyComparison } from '../../../shared/compare';
import { useApp } from '../../state/app';
import { useAnswer, type CompareChoices, type Stage } from '../../state/compare/compare';
import { EmptyState, FaultState, Opening } from '../states/states';
import { manyRows, topicSections } from './many-rows';
import { ManyTable } from './many-table';
import { TopicList, TopicSelect } from './topics';
import type { Chosen } from './use-ready-pair';
import { useStage } from './use-stage';
import { sidesOf } from './words';
import './many.css';

/** The topics at the left, and the texts of the one chosen in columns. */
function Columns({
  comparison,
  chosen,
  stage,
  choices,
}: {
  readonly comparison: ManyComparison;
  readonly chosen: readonly Chosen[];
  readonly stage: Stage;
  readonly choices: CompareChoices;
}): ReactNode {
  const { navigation } = useApp();
  const [shown, setShown] = useState(0);
  const { onlyChanges, choose } = choices;
  const sides = useMemo(() => sidesOf(chosen), [chosen]);
  const topics = useMemo(
    () =>
      topicSections(
        chosen.map(({ report }) => report),
        stage.roles,
      ),
    [chosen, stage],
  );
  const common = topics.find(({ sections }) => sections.every((count) => count > 0)) ?? topics[0];
  const topic = topics.find((item) => item.topic === choices.topic)?.topic ?? common?.topic;
  const rows = useMemo(
    () => (topic ? manyRows(comparison, topic, onlyChanges) : []),
    [comparison, topic, onlyChanges],
  );
  if (!topic)
    return (
      <EmptyState character="对" title="这一部分几篇都没有内容">
        请换一个部分再看，或者用“换报告”另选几篇。
      </EmptyState>
    );
  const list = {
    topics,
    current: topic,
    stage: stage.label,
    tags: sides.map(({ tag }) => tag),
    onChoose: (next: typeof topic) => choose({ topic: next }),
  };
  return (
    <div className="compare" data-shown={shown}>
      <aside className="compare-side" aria-label="领域">
        <TopicList {...list} />
        <p className="many-legend caption">各篇都与本行最先提到的那篇相比。</p>
      </aside>
      <div className="compare-narrow">
        <TopicSelect {...list} />
        <div className="segment" role="group" aria-label="看哪一篇">
          {sides.map(({ tag, report }, at) => (
            <button key={report.id} aria-pressed={shown === at} onClick={() => setShown(at)}>
              {tag}
            </button>
          ))}
        </div>
      </div>
      <div className="compare-main">
        {rows.length === 0 ? (
          <div className="compare-none">
            <p>“{topic}”没有改动，几篇说得一样。</p>
            <button className="button" onClick={() => choose({ onlyChanges: false })}>
              看正文
            </button>
          </div>
        ) : (
          <ManyTable
            key={`${stage.id}/${topic}/${onlyChanges}`}
            sides={sides}
            rows={rows}
            label={`${stage.label}，${topic}`}
            onOpen={(report, { ranges: [range] }) => navigation.getState().openReport(report, range)}
          />
        )}
      </div>
    </div>
  );
}

/** Three or four readable reports in columns. */
export function ManyDesk({ chosen }: { readonly chosen: readonly Chosen[] }): ReactNode {
  const { library } = useApp();
  const { choices, stage } = useStage(chosen);
  const question = useMemo(
    () => ({
      kind: 'many' as const,
      reports: chosen.map(({ report }) => report),
      options: { roles: stage.roles },
    }),
    [chosen, stage],
  );
  const answer = useAnswer(question);
  return (
    <main className="compare-body">
      {!answer && <Opening what="正在对读" />}
      {answer && !answer.ok && (
        <FaultState
          title="这几篇没有对读成"
          fault={answer.fault}
          actions={
            <button className="button primary" onClick={() => void library.getState().recheck()}>
              重新检查
            </button>
          }
        />
      )}
      {answer?.ok && <Columns comparison={answer.value} chosen={chosen} stage={stage} choices={choices} />}
    </main>
  );
}
