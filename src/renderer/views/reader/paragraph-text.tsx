import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import type { Observation, Paragraph, Report } from '../../../shared/report';
import { cutPieces, gluedGroups, type Piece } from './pieces';

export interface NumberProps {
  readonly observations: readonly Observation[];
  /** Id of the number the arrow keys stand on. */
  readonly active: string | null;
  /** Id of the number whose card is open. */
  readonly open: string | null;
}

function NumberMark({
  text,
  observation,
  active,
  open,
}: {
  readonly text: string;
  readonly observation: Observation;
  readonly active: boolean;
  readonly open: boolean;
}): ReactNode {
  const state = observation.doubt ? 'doubt' : observation.kind;
  // Some marks take the unit in: 8.7%.
  const value = text.endsWith(observation.unit) ? text : `${text}${observation.unit}`;
  return (
    <span
      className={`number ${state}`}
      role="button"
      tabIndex={active ? 0 : -1}
      aria-expanded={open}
      aria-label={`${observation.indicator}：${value}，${observation.kind === 'result' ? '结果' : '目标'}`}
      data-observation={observation.id}
    >
      {text}
    </span>
  );
}

/**
 * A paragraph's words, one character per clean character (`data-start` on the element that holds them tells
 * where they begin), with the numbers the index knows as marks of their own.
 */
export function ParagraphText({
  report,
  paragraph,
  observations,
  active,
  open,
}: NumberProps & { readonly report: Report; readonly paragraph: Paragraph }): ReactNode {
  const { start, end } = paragraph.range;
  const shown = typeset(report.clean.slice(start, end));
  const render = ({ range, observation }: Piece): ReactNode => {
    const text = shown.slice(range.start - start, range.end - start);
    if (!observation) return text;
    return (
      <NumberMark
        key={range.start}
        text={text}
        observation={observation}
        active={observation.id === active}
        open={observation.id === open}
      />
    );
  };
  return gluedGroups(cutPieces(report.clean, paragraph.range, observations)).map((group) =>
    group.length === 1 && group[0] ? (
      render(group[0])
    ) : (
      <span className="nobreak" key={group[0]?.range.start}>
        {group.map(render)}
      </span>
    ),
  );
}
