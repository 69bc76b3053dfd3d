import type { ReactNode } from 'react';
import { JUDGED, UNJUDGED, type Standing } from '../../../shared/ledger';
import { standingWords, VerdictMark } from '../parts/verdict-mark';

interface CountsProps {
  readonly counts: ReadonlyMap<Standing, number>;
  /** The standing shown alone, or null for all. */
  readonly chosen: Standing | null;
  readonly onChoose: (standing: Standing | null) => void;
}

function Count({
  standing,
  counts,
  chosen,
  onChoose,
}: CountsProps & { readonly standing: Standing }): ReactNode {
  const count = counts.get(standing) ?? 0;
  const alone = chosen === standing;
  return (
    <button
      className={`commitment-count${count ? '' : ' none'}`}
      aria-pressed={alone}
      onClick={() => onChoose(alone ? null : standing)}
    >
      <span className="commitment-number">{count}</span>
      <span className="visually-hidden">项</span>
      <span className="commitment-word">
        <VerdictMark standing={standing} /> {standingWords(standing)}
      </span>
    </button>
  );
}

const sum = (counts: CountsProps['counts'], standings: readonly Standing[]): number =>
  standings.reduce((all, standing) => all + (counts.get(standing) ?? 0), 0);

/** Tells how many targets stand where; a count shows its rows alone, and all again when pressed once more. */
export function CommitmentCounts({
  total,
  note,
  what = '项目标',
  ...props
}: CountsProps & {
  readonly total: number;
  /** What is counted. */
  readonly what?: string;
  /** 2022 年 23 项，2023 年 18 项; 2022—2025 年. */ readonly note: string;
}): ReactNode {
  const group = (standings: readonly Standing[], words: string) => (
    <div className="commitment-group">
      <div className="commitment-group-counts">
        {standings.map((standing) => (
          <Count key={standing} standing={standing} {...props} />
        ))}
      </div>
      <p className="caption">{words}</p>
    </div>
  );
  return (
    <div className="commitment-counts" role="group" aria-label="按结论看">
      <div className="commitment-total">
        <p>
          <strong>{total}</strong> {what}
        </p>
        <p className="caption">{note}</p>
      </div>
      {group(JUDGED, `可以判定 ${sum(props.counts, JUDGED)} 项`)}
      {group(UNJUDGED, `不能判定 ${sum(props.counts, UNJUDGED)} 项，不算完成，也不算未完成`)}
      {group(['unsure'], '等您看一眼')}
    </div>
  );
}
