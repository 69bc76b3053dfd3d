import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isKeyOf } from '../../../commands/keys';
import { listStep, stepWithin } from '../../../commands/table-keys';
import { STEPS, stepsOf, type PledgeItem, type StepState } from '../../../../shared/commitments';
import { PLEDGE_KIND_LABELS } from '../../../../shared/report';
import { keyOfLine, type ItemRow, type PledgeLine } from '../../../../shared/ledger';
import { standingWords, VerdictMark } from '../../parts/verdict-mark';
import { useVirtualRows } from '../../text/use-virtual-rows';

const ROW_HEIGHT = 36;

const STEP_WORDS: Readonly<Record<StepState, string>> = {
  reached: '走到',
  promised: '要走到',
  unsaid: '没有报告说到',
  ahead: '',
};

/** The four squares 谋 开 续 投 of a thing that is built; other kinds say what they are. */
function Steps({ item }: { readonly item: PledgeItem }): ReactNode {
  if (item.kind !== 'project')
    return <span className="pledge-kind caption">{PLEDGE_KIND_LABELS[item.kind]}</span>;
  const states = stepsOf(item);
  const told = STEPS.flatMap((step, index) => {
    const words = STEP_WORDS[states[index] ?? 'ahead'];
    return words ? [`${step}：${words}`] : [];
  });
  return (
    <span className="pledge-steps">
      <span className="visually-hidden">{told.join('，')}</span>
      {states.map((state, index) => (
        <span key={STEPS[index]} className="pledge-step" data-state={state} aria-hidden="true" />
      ))}
    </span>
  );
}

/** 再次列入 2 次, where a thing was promised again. */
export function Again({ count }: { readonly count: number }): ReactNode {
  return count > 0 && <span className="pledge-again">再次列入{count > 1 && ` ${String(count)} 次`}</span>;
}

function ItemLine({
  row: { item, standing },
  level,
  current,
  onChoose,
}: {
  readonly row: ItemRow;
  readonly level: number;
  readonly current: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <button
      className="pledge-item"
      data-level={level}
      data-item={item.id}
      aria-current={current || undefined}
      tabIndex={current ? 0 : -1}
      onClick={onChoose}
    >
      <VerdictMark standing={standing} />
      <span className="visually-hidden">{standingWords(standing)}</span>
      <span className="pledge-object">{item.object}</span>
      <Again count={item.again} />
      <Steps item={item} />
    </button>
  );
}

function HeadSteps(): ReactNode {
  return (
    <span className="pledge-steps caption" aria-hidden="true">
      {STEPS.map((step) => (
        <span key={step}>{step}</span>
      ))}
    </span>
  );
}

type Head = Extract<PledgeLine, { kind: 'head' }>;

function HeadLine({ place, count, level }: Head): ReactNode {
  return (
    <h2 className="pledge-head" data-level={level}>
      <span>{place}</span> <span className="caption">{count} 项</span>
      <HeadSteps />
    </h2>
  );
}

/** The head of the place whose things are shown at the top stays there while they scroll by. */
const stayingHead = (lines: readonly PledgeLine[], top: number): Head | null =>
  lines.slice(0, top + 1).findLast((line): line is Head => line.kind === 'head') ?? null;

/** The things promised, place by place; only those near the window are on the page. Arrows walk, Enter goes to the detail. */
export function PledgeList({
  lines,
  active,
  onActive,
  onEnter,
}: {
  readonly lines: readonly PledgeLine[];
  /** Id of the thing shown, or null. */
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  /** Goes on to the detail of the thing shown. */
  readonly onEnter: () => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const items = lines.flatMap((line, index) =>
    line.kind === 'item' ? [{ id: line.row.item.id, index }] : [],
  );
  const at = items.findIndex(({ id }) => id === active);
  const kept = items[at]?.index ?? -1;
  const virtual = useVirtualRows({ scroller, keys: lines.map(keyOfLine), estimate: () => ROW_HEIGHT, kept });
  const staying = stayingHead(lines, virtual.range?.startIndex ?? 0);
  const first = useRef(kept);
  useEffect(() => {
    if (first.current > 0) virtual.scrollToIndex(first.current, { align: 'center' });
    first.current = -1;
  }, [virtual]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isKeyOf(event, 'table-open')) {
      event.preventDefault();
      return onEnter();
    }
    const step = listStep(event);
    const next = step === null ? undefined : items[stepWithin(Math.max(at, 0), step, items.length)];
    if (!next) return;
    event.preventDefault();
    onActive(next.id);
    virtual.scrollToIndex(next.index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus(),
    );
  };
  return (
    <div className="pledge-list" ref={scroller} role="group" aria-label="事项" onKeyDown={onKeyDown}>
      {staying && (
        <div className="pledge-staying" aria-hidden="true">
          <div className="pledge-head" data-level={staying.level}>
            <span>{staying.place}</span> <span className="caption">{staying.count} 项</span>
            <HeadSteps />
          </div>
        </div>
      )}
      <div className="pledge-list-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          return (
            line && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="pledge-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.kind === 'head' ? (
                  <HeadLine {...line} />
                ) : (
                  <ItemLine
                    row={line.row}
                    level={line.level}
                    current={line.row.item.id === active}
                    onChoose={() => onActive(line.row.item.id)}
                  />
                )}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** Shows what the squares of the list mean. */
export function StepLegend(): ReactNode {
  return (
    <p className="pledge-legend caption">
      {(['reached', 'promised', 'unsaid'] as const).map((state) => (
        <span key={state}>
          <span className="pledge-step" data-state={state} aria-hidden="true" /> {STEP_WORDS[state]}
        </span>
      ))}
      <span>空着是还没到</span>
    </p>
  );
}
