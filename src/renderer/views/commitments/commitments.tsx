import type { ReactNode } from 'react';
import { useLibrary, useNavigation, useNotes, useShell } from '../../state/app';
import { useAssessments } from '../../state/notes/assessments';
import { missingWords } from '../../state/library/library';
import { useAllFacts } from '../../state/library/use-reports';
import { TopBar } from '../frame/top-bar';
import { EmptyState, FaultState, Opening } from '../states/states';
import { CommitmentsDesk } from './commitments-desk';

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
      {missing ? `${missing}。` : '书架上的报告里没有带数字的目标。'}
      放上同一地区前后两年的报告，这里会逐项对出结果。
    </EmptyState>
  );
}

/** Waits for the reports to be held against each other and for the notes with the reader's corrections. */
function Desk(): ReactNode {
  const { library } = useShell();
  const assessments = useAssessments();
  const ready = useNotes((state) => state.ready);
  const fault = useLibrary((state) => state.fault);
  const { complete } = useAllFacts();
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
  if (!ready || !complete) return <Opening what="正在逐项对目标" />;
  return assessments.commitments.length ? <CommitmentsDesk assessments={assessments} /> : <NoTargets />;
}

/** 目标—完成: every target with what became of it. */
export function CommitmentsView(): ReactNode {
  const { navigation } = useShell();
  const printable = useNavigation((state) => state.pair.length > 0);
  return (
    <div className="view">
      <TopBar
        title={<h1 className="view-title">目标—完成</h1>}
        tools={
          printable && (
            <button className="button small" onClick={() => navigation.getState().open('print')}>
              打印对照表
            </button>
          )
        }
      />
      <Desk />
    </div>
  );
}
