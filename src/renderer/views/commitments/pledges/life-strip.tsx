import type { ReactNode } from 'react';
import { STEPS, stepOf, type LifeStep } from '../../../../shared/commitments';
import { BUILDING_STAGES, STAGE_LABELS, type Stage } from '../../../../shared/report';
import { useNarrow } from '../../parts/use-narrow';

/** What a place's report of a year says of a thing. */
export interface StripCell {
  readonly year: number;
  /** The furthest step told or promised, or null where it says none. */
  readonly step: LifeStep | null;
  /** What the report of that year is (摘编, 综述), or null where none is on the shelf. */
  readonly genre: string | null;
}

/** One line of the strip. */
export interface StripLine {
  readonly place: string;
  readonly cells: readonly StripCell[];
}

const wordsOf = ({ stage, setBack, sure, as }: LifeStep): string => {
  if (!sure) return '待确认';
  if (setBack) return '没有做成';
  if (stage === null) return '说到了';
  return as === 'promised' ? `部署${STAGE_LABELS[stage]}` : STAGE_LABELS[stage];
};

/** What is no building has no 投用: its stage stands under its own first character (出台, 创成). */
const BUILT: ReadonlySet<Stage> = new Set(BUILDING_STAGES);

const letterOf = ({ stage, setBack, sure }: LifeStep): string => {
  if (!sure) return '待';
  if (stage === null || setBack) return '—';
  return (BUILT.has(stage) ? STEPS[stepOf(stage)] : undefined) ?? STAGE_LABELS[stage].charAt(0);
};

function Cell({ cell }: { readonly cell: StripCell }): ReactNode {
  const { step, genre } = cell;
  if (!step) return <span className="strip-gap">{genre === null ? '缺报告' : '没有提'}</span>;
  const letter = letterOf(step);
  return (
    <>
      <span
        className="strip-square"
        data-as={step.as}
        data-unsure={!step.sure || undefined}
        aria-hidden="true"
      >
        {letter}
      </span>
      <span className="strip-words">{wordsOf(step)}</span>
    </>
  );
}

/** The line to the next year: drawn through where both reports say something, dashed over a gap, none after the last. */
const lineAfter = (cells: readonly StripCell[], at: number): 'solid' | 'dashed' | undefined => {
  const next = cells[at + 1];
  if (!next) return undefined;
  return cells[at]?.step && next.step ? 'solid' : 'dashed';
};

/** A thing's life over the years, a line for each place: what each report told or promised, and where none says a word. */
export function LifeStrip({
  lines,
  years,
}: {
  readonly lines: readonly StripLine[];
  readonly years: readonly number[];
}): ReactNode {
  // Upright it scrolls with the page and needs no focus of its own.
  const upright = useNarrow();
  return (
    <div className="life-strip-scroll" tabIndex={upright ? undefined : 0} role="group" aria-label="历年">
      <table className="life-strip">
        <thead>
          <tr>
            <td />
            {years.map((year, at) => (
              <th key={year} scope="col">
                {year}
                <span className="caption">{lines[0]?.cells[at]?.genre ?? '报告未入架'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ place, cells }) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              {cells.map((cell, at) => (
                <td key={cell.year} data-year={cell.year} data-line={lineAfter(cells, at)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
