import type { CSSProperties, ReactNode } from 'react';
import { typeset } from '../../shared/parse';
import type { CellLine, CellRow, Run, TableCell, TableColumn } from '../../shared/sheet';
import { Mark } from './marks';

/** The columns as tracks of a grid. A custom property, so that the style sheet has the last word. */
const tracks = (columns: readonly TableColumn[]): CSSProperties => {
  const widths = columns.map(({ width }) => `minmax(0, ${width}fr)`).join(' ');
  return { '--columns': widths } as CSSProperties;
};

/** The runs as they are set: what stands beside a mark decides its width, also across runs. */
const typesetRuns = (runs: readonly Run[]): readonly Run[] => {
  const shown = typeset(runs.map(({ text }) => text).join(''));
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += run.text.length;
    return { ...run, text: shown.slice(start, at) };
  });
};

function RunText({ run }: { readonly run: Run }): ReactNode {
  const { text, mark, bold, changed, noted, doubtful, footnotes } = run;
  const plain = bold ? <b>{text}</b> : text;
  const words = noted ? <span className={`sheet-highlight ${noted}`}>{plain}</span> : plain;
  const marked = changed === 'left' ? <del>{words}</del> : changed === 'right' ? <ins>{words}</ins> : words;
  return (
    <>
      {mark && <Mark mark={mark} />}
      {doubtful ? <span className="sheet-doubt">{marked}</span> : marked}
      {footnotes && footnotes.length > 0 && <sup>{footnotes.join('、')}</sup>}
    </>
  );
}

/** Words of a report are set as text is; figures and labels stand as they are. */
function Line({ line: { tone, runs } }: { readonly line: CellLine }): ReactNode {
  const shown = tone === 'text' ? typesetRuns(runs) : runs;
  return (
    <div className={`sheet-tone ${tone}`}>
      {tone === 'value' ? (
        // A figure with its mark and its sources is one word.
        <span className="sheet-figure">
          {shown.map((run, index) => (
            <RunText key={index} run={run} />
          ))}
        </span>
      ) : (
        shown.map((run, index) => <RunText key={index} run={run} />)
      )}
    </div>
  );
}

function Cell({ cell, column }: { readonly cell: TableCell; readonly column: TableColumn }): ReactNode {
  const { lines, bar, rule } = cell;
  return (
    <div className={`sheet-cell ${column.align}${bar ? ' barred' : ''}${rule ? ' ruled' : ''}`}>
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

export function Row({
  row,
  columns,
}: {
  readonly row: CellRow;
  readonly columns: readonly TableColumn[];
}): ReactNode {
  return (
    <div
      className={`sheet-row${row.strong ? ' strong' : ''}${columns.length === 1 ? ' running-text' : ''}`}
      style={tracks(columns)}
    >
      {columns.map((column, index) => {
        const cell = row.cells[index];
        return cell && <Cell key={index} cell={cell} column={column} />;
      })}
    </div>
  );
}

export function TableHead({
  columns,
  continued,
}: {
  readonly columns: readonly TableColumn[];
  readonly continued: boolean;
}): ReactNode {
  return (
    <div className="sheet-head" style={tracks(columns)}>
      {columns.map(({ title, caption, align, face }, index) => (
        <div key={index} className={align}>
          <span className={face === 'title' ? 'sheet-column' : undefined}>{title}</span>
          {caption && <span className="sheet-caption">{caption}</span>}
          {continued && index === 0 && <span className="sheet-caption">续表</span>}
        </div>
      ))}
    </div>
  );
}
