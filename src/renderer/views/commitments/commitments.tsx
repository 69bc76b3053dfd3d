import type { ReactNode } from 'react';
import { useCommands } from '../../commands/use-commands';
import { useApp, useLibrary, useNavigation, useNotes, useReturning, useShell } from '../../state/app';
import type { CommitmentPart } from '../../state/library/returning';
import { useAssessedPledges, useAssessments } from '../../state/notes/assessments';
import { missingWords } from '../../state/library/library';
import { useScope } from '../../state/library/use-scope';
import { useStudied } from '../../state/library/use-studied';
import { TopBar } from '../frame/top-bar';
import { QuietLine } from '../parts/quiet-line';
import { ScopePicker } from '../parts/scope/scope-picker';
import { Studying } from '../parts/scope/studying';
import { EmptyState, FaultState, Opening } from '../states/states';
import { CommitmentsDesk } from './commitments-desk';
import { LevelsDesk } from './pledges/levels-desk';
import { PledgesDesk } from './pledges/pledges-desk';
import './commitments.css';
import './commitments-table.css';
import './correction-dialog.css';

/** A name in a text whose life over the years is asked for. */
interface Asked {
  readonly name: string;
  readonly place: string;
}

/** Nothing to trace: no report states a target, or none can be opened. */
function NoTargets(): ReactNode {
  const { navigation } = useShell();
  const missing = useLibrary((state) => missingWords(state.shelf));
  return (
    <EmptyState
      character="目"
      title={missing ? '现在没有能对的目标' : '没有读到目标'}
      actions={
        <button className="button primary" onClick={() => navigation.getState().go({ view: 'shelf' })}>
          到书架看看
        </button>
      }
    >
      {missing ? `${missing}。` : '这里的报告里没有带数字的目标。'}
      放上同一地区前后两年的报告，这里会逐项对出结果。
    </EmptyState>
  );
}

/** Waits for the reports to be held against each other and for the notes with the reader's corrections. */
function Desk(): ReactNode {
  const { library } = useShell();
  const { places, reports } = useScope();
  const studied = useStudied(places);
  const assessments = useAssessments(reports);
  const ready = useNotes((state) => state.ready);
  const fault = useLibrary((state) => state.fault);
  if (fault)
    return (
      <FaultState
        title="目标没有对成"
        fault={fault}
        facts={[['您的批注', '都在，没有改动']]}
        actions={
          <button className="button primary" onClick={() => void library.getState().recheck()}>
            重新检查
          </button>
        }
      />
    );
  if (!ready) return <Opening what="正在逐项对目标" />;
  return (
    <Studying studied={studied} what="正在逐项对目标">
      {assessments.commitments.length > 0 ? (
        <CommitmentsDesk assessments={assessments} />
      ) : (
        <main>
          <NoTargets />
        </main>
      )}
    </Studying>
  );
}

/** What the parts of 目标—完成 are called. */
const PARTS: readonly (readonly [CommitmentPart, string])[] = [
  ['numbers', '数字目标'],
  ['pledges', '事项'],
  ['levels', '上下级'],
];

/** 事项, once the reports have been held against each other. */
function Pledges({ asked }: { readonly asked: Asked | undefined }): ReactNode {
  const { places, reports } = useScope();
  const studied = useStudied(places);
  const assessed = useAssessedPledges(reports);
  const ready = useNotes((state) => state.ready);
  const fault = useLibrary((state) => state.fault);
  if (fault)
    return <FaultState title="事项没有对成" fault={fault} facts={[['您的批注', '都在，没有改动']]} />;
  if (!ready) return <Opening what="正在逐项对事项" />;
  return (
    <Studying studied={studied} what="正在逐项对事项">
      {assessed.pledges.length > 0 || asked ? (
        <PledgesDesk assessed={assessed} asked={asked} key={asked ? `${asked.place} ${asked.name}` : ''} />
      ) : (
        <main>
          <EmptyState character="事" title="没有读到事项">
            这里的报告里没有写明要建成、出台、创成的具体事项。
          </EmptyState>
        </main>
      )}
    </Studying>
  );
}

/** The part shown, and the way to the next: 数字目标, 事项, 上下级. */
const usePart = (asked: Asked | undefined): readonly [CommitmentPart, (part: CommitmentPart) => void] => {
  const { navigation, returning } = useApp();
  const kept = useReturning((state) => state.pledges);
  const part = asked ? 'pledges' : kept.part;
  const choose = (next: CommitmentPart) => {
    returning.getState().keep({ pledges: { ...kept, part: next } });
    if (asked) navigation.getState().go({ view: 'commitments' });
  };
  useCommands({
    'next-part': () => {
      const at = PARTS.findIndex(([one]) => one === part);
      choose(PARTS[(at + 1) % PARTS.length]?.[0] ?? 'numbers');
    },
  });
  return [part, choose];
};

/** 目标—完成: every target and promise with what became of it. */
export function CommitmentsView(): ReactNode {
  const { navigation } = useShell();
  const printable = useNavigation((state) => state.pair.length > 0);
  const asked = useNavigation(({ place }) => (place.view === 'commitments' ? place.asked : undefined));
  const [part, choose] = usePart(asked);
  return (
    <div className="view">
      <TopBar
        title={
          <>
            <h1 className="view-title">目标—完成</h1>
            <div className="segment" role="group" aria-label="看什么">
              {PARTS.map(([one, words]) => (
                <button key={one} aria-pressed={part === one} onClick={() => choose(one)}>
                  {words}
                </button>
              ))}
            </div>
            {part !== 'levels' && <ScopePicker />}
            <QuietLine view="commitments">点一句到原文；待确认的按 Y、X；V 换着看</QuietLine>
          </>
        }
        tools={
          printable && (
            <button className="button small" onClick={() => navigation.getState().open('print')}>
              打印对照表
            </button>
          )
        }
      />
      {part === 'numbers' && <Desk />}
      {part === 'pledges' && <Pledges asked={asked} />}
      {part === 'levels' && <LevelsDesk />}
    </div>
  );
}
