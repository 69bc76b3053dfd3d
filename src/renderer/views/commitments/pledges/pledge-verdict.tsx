import type { ReactNode } from 'react';
import { answerWords, type AssessedPledge } from '../../../../shared/anchor';
import { PLEDGE_VERDICT_LABELS, type Range, type Verdict } from '../../../../shared/report';
import { standingOfPledge } from '../../../../shared/ledger';
import { VerdictMark } from '../../parts/verdict-mark';
import { Again } from './pledge-list';

export interface PledgeActions {
  readonly nameOf: (report: string) => string;
  readonly yearOf: (report: string) => number;
  readonly onOpen: (report: string, range: Range) => void;
  /** Opens the dialog 更正结论. */
  readonly onCorrect: (pledge: AssessedPledge) => void;
  /** 是, 不是: the reader's answer to what is only offered. */
  readonly onDecide: (pledge: AssessedPledge, verdict: Verdict, reason: string) => void;
}

const pledgeVerdict = (pledge: AssessedPledge): string =>
  pledge.sure || pledge.correction ? PLEDGE_VERDICT_LABELS[pledge.verdict] : '待确认';

/** The verdict on a promise, why, and the way to another one. */
export function PledgeVerdict({
  pledge,
  onCorrect,
  onDecide,
}: Pick<PledgeActions, 'onCorrect' | 'onDecide'> & { readonly pledge: AssessedPledge }): ReactNode {
  const { traced, verdict, sure, correction, result } = pledge;
  return (
    <div className="pledge-verdict" data-unsure={!sure}>
      <p>
        <VerdictMark standing={standingOfPledge(pledge)} /> <strong>{pledgeVerdict(pledge)}</strong>
        {!sure && <span className="caption">拟判{PLEDGE_VERDICT_LABELS[verdict]}</span>}
        {correction && <span className="caption">{answerWords(traced.verdict, verdict)}</span>}
      </p>
      {traced.repeated && <Again count={1} />}
      <p className="caption">{correction?.reason || traced.reason}</p>
      <div className="commitment-acts">
        {!sure && result && (
          <button className="quiet" onClick={() => onDecide(pledge, verdict, '是同一项')}>
            是同一项
          </button>
        )}
        {!sure && (
          <button
            className="quiet"
            onClick={() => onDecide(pledge, 'not-mentioned', result ? '不是同一项' : '确实没有提到')}
          >
            {result ? '不是' : '确实没提'}
          </button>
        )}
        <button className="quiet" onClick={() => onCorrect(pledge)}>
          更正结论…
        </button>
      </div>
    </div>
  );
}
