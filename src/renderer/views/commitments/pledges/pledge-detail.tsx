import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { AssessedPledge } from '../../../../shared/anchor';
import type { PledgeItem } from '../../../../shared/commitments';
import { PLEDGE_KIND_LABELS, rangesOverlap } from '../../../../shared/report';
import { keyOf } from '../../../commands/keys';
import { useCommands } from '../../../commands/use-commands';
import { Opening } from '../../states/states';
import { DetailFoot } from './detail-foot';
import { LifeStrip } from './life-strip';
import { LifeTable } from './life-table';
import { Again } from './pledge-list';
import { PledgeVerdict, type PledgeActions } from './pledge-verdict';
import { useItemActs } from './use-item-acts';
import { useLife } from './use-life';

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
  const acts = useItemActs(steps ?? []);
  const unsaid = pledges.filter(
    ({ traced: { pledge } }) =>
      !steps?.some(
        ({ as, report, range }) =>
          as === 'promised' && report === pledge.report && rangesOverlap(range, pledge.range),
      ),
  );
  return (
    <section className="pledge-detail" aria-label={name} tabIndex={-1} ref={box} onKeyDown={onKeyDown}>
      <div className="detail-head">
        <h2>
          {name}{' '}
          <span className="caption">
            {place}
            {item && ` · ${PLEDGE_KIND_LABELS[item.kind]}`}
          </span>{' '}
          <Again count={item?.again ?? 0} />
        </h2>
        <button className="quiet" disabled={!acts.ready} onClick={acts.note}>
          加批注
        </button>
      </div>
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
          <LifeTable object={name} steps={steps} missing={missing} pledges={pledges} {...actions} />
          {steps.length === 0 && unsaid.length === 0 && (
            <p className="commitment-absent">
              {place}的报告里没有找到“{name}”。
            </p>
          )}
          {unsaid.map((pledge) => (
            <PledgeVerdict key={pledge.traced.id} pledge={pledge} {...actions} />
          ))}
          <DetailFoot others={lines.slice(1)} acts={acts} />
        </>
      )}
    </section>
  );
}
