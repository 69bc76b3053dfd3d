import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { answerWords, type AssessedPledge } from '../../../../shared/anchor';
import type { LifeStep, PledgeItem } from '../../../../shared/commitments';
import {
  PLEDGE_KIND_LABELS,
  PLEDGE_VERDICT_LABELS,
  rangesOverlap,
  STAGE_LABELS,
  type Range,
  type Report,
  type Verdict,
} from '../../../../shared/report';
import { keyOf } from '../../../commands/keys';
import { useCommands } from '../../../commands/use-commands';
import { useReports } from '../../../state/library/use-reports';
import { standingOfPledge } from '../../../../shared/ledger';
import { VerdictMark } from '../../parts/verdict-mark';
import { Opening } from '../../states/states';
import { CommitmentPassage } from '../passage';
import { LifeStrip } from './life-strip';
import { Again } from './pledge-list';
import { useLife } from './use-life';

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
function PledgeVerdict({
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

const stageOf = ({ stage, setBack, as }: LifeStep): string => {
  const words = setBack ? '没有做成' : stage === null ? '说到了' : STAGE_LABELS[stage];
  return as === 'promised' ? `要${words}` : words;
};

function StepRow({
  step,
  pledge,
  report,
  ...actions
}: PledgeActions & {
  readonly step: LifeStep;
  readonly pledge: AssessedPledge | null;
  readonly report: Report | undefined;
}): ReactNode {
  return (
    <tr data-pledge={pledge?.traced.id}>
      <td className="life-year">{actions.yearOf(step.report)}</td>
      <td>
        <strong>{stageOf(step)}</strong>
        <span className="caption">{step.as === 'promised' ? '部署' : '回顾'}</span>
      </td>
      <td>
        {report && (
          <CommitmentPassage
            report={report}
            range={step.range}
            observation={null}
            marked
            kind={step.as === 'promised' ? 'target' : 'result'}
            name={actions.nameOf(step.report)}
            onOpen={() => actions.onOpen(step.report, step.range)}
          />
        )}
      </td>
      <td>
        {pledge && <PledgeVerdict pledge={pledge} {...actions} />}
        {step.alias && <p className="caption">{step.alias}</p>}
      </td>
    </tr>
  );
}

/** A row of the table: a step, or a year whose report is not on the shelf. */
type Row = { readonly year: number; readonly step: LifeStep | null };

const rowsOf = (
  steps: readonly LifeStep[],
  missing: readonly number[],
  yearOf: (report: string) => number,
): readonly Row[] =>
  [
    ...steps.map((step) => ({ year: yearOf(step.report), step })),
    ...missing.map((year) => ({ year, step: null })),
  ].toSorted((a, b) => b.year - a.year);

/** The promise a step of a life is. */
const promiseAt = (
  { report, range, as }: LifeStep,
  pledges: readonly AssessedPledge[],
): AssessedPledge | null =>
  pledges.find(
    ({ traced: { pledge } }) =>
      as === 'promised' && pledge.report === report && rangesOverlap(pledge.range, range),
  ) ?? null;

const SENTENCE_STEPS: Readonly<Record<string, number>> = { ']': 1, '[': -1 };

/** Walks from sentence to sentence: ] to the next, [ to the one before. */
const useSentenceKeys = () => {
  const box = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = SENTENCE_STEPS[keyOf(event) ?? ''];
    if (by === undefined) return;
    const all = [...(box.current?.querySelectorAll<HTMLElement>('.commitment-passage') ?? [])];
    const at = all.findIndex((one) => one.closest('tr')?.contains(document.activeElement));
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
    event.preventDefault();
  };
  return { box, onKeyDown };
};

/** Y and X answer what is offered: for the row that has the focus, else for the first that waits. */
const useAnswers = (
  pledges: readonly AssessedPledge[],
  { onDecide }: Pick<PledgeActions, 'onDecide'>,
): void => {
  const asked = (): AssessedPledge | undefined => {
    const id = document.activeElement?.closest<HTMLElement>('[data-pledge]')?.dataset['pledge'];
    const waiting = pledges.filter(({ sure }) => !sure);
    return waiting.find(({ traced }) => traced.id === id) ?? waiting[0];
  };
  useCommands({
    agree: () => {
      const pledge = asked();
      if (!pledge?.result) return false;
      onDecide(pledge, pledge.verdict, '是同一项');
      return true;
    },
    disagree: () => {
      const pledge = asked();
      if (!pledge) return false;
      onDecide(pledge, 'not-mentioned', pledge.result ? '不是同一项' : '确实没有提到');
      return true;
    },
  });
};

/** Shows what each report says of a thing, the newest first, and the years whose report is not on the shelf. */
function LifeTable({
  steps,
  missing,
  pledges,
  ...actions
}: PledgeActions & {
  readonly steps: readonly LifeStep[];
  readonly missing: readonly number[];
  readonly pledges: readonly AssessedPledge[];
}): ReactNode {
  const reports = useReports([...new Set(steps.map(({ report }) => report))]);
  return (
    <table className="life-table">
      <thead>
        <tr>
          <th scope="col">报告</th>
          <th scope="col">走到哪一步</th>
          <th scope="col">原句</th>
          <th scope="col">结论与依据</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(steps, missing, actions.yearOf).map(({ year, step }) =>
          step ? (
            <StepRow
              key={`${step.report} ${String(step.range.start)} ${step.as}`}
              step={step}
              pledge={promiseAt(step, pledges)}
              report={reports.get(step.report)}
              {...actions}
            />
          ) : (
            <tr key={year}>
              <td className="life-year">{year}</td>
              <td />
              <td>
                <p className="commitment-absent">{year} 年报告未入架，那一年怎么说的，看了才知道。</p>
              </td>
              <td />
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** A thing's life: the strip over the years, then what each report says of it, the newest first. */
export function PledgeDetail({
  name,
  place,
  item,
  pledges,
  ...actions
}: PledgeActions & {
  readonly name: string;
  readonly place: string;
  /** Null for a name that no plan promises. */
  readonly item: PledgeItem | null;
  /** The promises of the item, with the reader's verdicts. */
  readonly pledges: readonly AssessedPledge[];
}): ReactNode {
  const { steps, lines, years, missing, fault } = useLife(name, place);
  const { box, onKeyDown } = useSentenceKeys();
  useAnswers(pledges, actions);
  const unsaid = pledges.filter(
    ({ traced: { pledge } }) =>
      !steps?.some(
        ({ as, report, range }) =>
          as === 'promised' && report === pledge.report && rangesOverlap(range, pledge.range),
      ),
  );
  return (
    <section className="pledge-detail" aria-label={name} tabIndex={-1} ref={box} onKeyDown={onKeyDown}>
      <h2>
        {name}{' '}
        <span className="caption">
          {place}
          {item && ` · ${PLEDGE_KIND_LABELS[item.kind]}`}
        </span>{' '}
        <Again count={item?.again ?? 0} />
      </h2>
      <hr className="double-rule" />
      {fault && (
        <p className="caption" role="alert">
          {fault.subject}
          {fault.reason}，历年没有列全。{fault.remedy}
        </p>
      )}
      {steps === null ? (
        <Opening what="正在找历年的原句" />
      ) : (
        <>
          <LifeStrip lines={lines} years={years} />
          <LifeTable steps={steps} missing={missing} pledges={pledges} {...actions} />
          {steps.length === 0 && unsaid.length === 0 && (
            <p className="commitment-absent">
              {place}的报告里没有找到“{name}”。
            </p>
          )}
          {unsaid.map((pledge) => (
            <PledgeVerdict key={pledge.traced.id} pledge={pledge} {...actions} />
          ))}
        </>
      )}
    </section>
  );
}
