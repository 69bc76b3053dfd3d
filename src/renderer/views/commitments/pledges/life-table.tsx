import type { ReactNode } from 'react';
import type { AssessedPledge, AssessedStep } from '../../../../shared/anchor';
import type { LifeStep } from '../../../../shared/commitments';
import { rangesOverlap, STAGE_LABELS, type Report } from '../../../../shared/report';
import { useShell } from '../../../state/app';
import { useReports } from '../../../state/library/use-reports';
import { CommitmentPassage } from '../passage';
import { PledgeVerdict, type PledgeActions } from './pledge-verdict';
import { StepAnswer } from './step-answer';

type Step = AssessedStep<LifeStep>;

const stageOf = ({ stage, setBack, sure, as }: Step): string => {
  if (!sure) return '待确认';
  const words = setBack ? '没有做成' : stage === null ? '说到了' : STAGE_LABELS[stage];
  return as === 'promised' ? `要${words}` : words;
};

function StepRow({
  object,
  step,
  pledge,
  report,
  ...actions
}: PledgeActions & {
  readonly object: string;
  readonly step: Step;
  readonly pledge: AssessedPledge | null;
  readonly report: Report | undefined;
}): ReactNode {
  return (
    <tr data-pledge={pledge?.traced.id} data-as={step.as}>
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
        {step.as === 'told' && report && <StepAnswer object={object} step={step} report={report} />}
        {step.alias && <p className="caption">{step.alias}</p>}
      </td>
    </tr>
  );
}

/** A year whose report is not on the shelf, and the way to bring it there. */
function MissingRow({ year }: { readonly year: number }): ReactNode {
  const { navigation } = useShell();
  return (
    <tr>
      <td className="life-year">{year}</td>
      <td />
      <td>
        <p className="commitment-absent">
          {year} 年报告未入架，那一年怎么说的，看了才知道。{' '}
          <button
            className="quiet"
            aria-label={`导入 ${String(year)} 年的报告`}
            onClick={() => navigation.getState().go({ view: 'import' })}
          >
            导入…
          </button>
        </p>
      </td>
      <td />
    </tr>
  );
}

/** A row of the table: a step, or a year whose report is not on the shelf. */
type Row = { readonly year: number; readonly step: Step | null };

const rowsOf = (
  steps: readonly Step[],
  missing: readonly number[],
  yearOf: (report: string) => number,
): readonly Row[] =>
  [
    ...steps.map((step) => ({ year: yearOf(step.report), step })),
    ...missing.map((year) => ({ year, step: null })),
  ].toSorted((a, b) => b.year - a.year);

/** The promise a step of a life is. */
const promiseAt = ({ report, range, as }: Step, pledges: readonly AssessedPledge[]): AssessedPledge | null =>
  pledges.find(
    ({ traced: { pledge } }) =>
      as === 'promised' && pledge.report === report && rangesOverlap(pledge.range, range),
  ) ?? null;

/** Shows what each report says of a thing, the newest first, and the years whose report is not on the shelf. */
export function LifeTable({
  object,
  steps,
  missing,
  pledges,
  ...actions
}: PledgeActions & {
  readonly object: string;
  readonly steps: readonly Step[];
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
              object={object}
              step={step}
              pledge={promiseAt(step, pledges)}
              report={reports.get(step.report)}
              {...actions}
            />
          ) : (
            <MissingRow key={year} year={year} />
          ),
        )}
      </tbody>
    </table>
  );
}
