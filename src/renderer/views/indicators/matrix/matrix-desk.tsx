import { useMemo, useState, type ReactNode } from 'react';
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '../../../../shared/compare';
import type { Report } from '../../../../shared/report';
import { useLibrary, useNavigation, useShell } from '../../../state/app';
import { openVolumes } from '../../../state/library/library';
import { useMatrixChoices } from '../../../state/indicators/matrix';
import {
  cellRange,
  likelySame,
  oneCell,
  plainMatrix,
  type LikelySame,
  type MatrixCursor,
  type ShownMatrix,
} from '../../../../shared/indicators';
import { useNotesOn, useOpenNoteOn } from '../../../state/notes/notes-on';
import { useCopyOut } from '../../parts/copy-out';
import { EmptyState } from '../../states/states';
import { cellPassages } from './cell-passages';
import { Grid, type CursorMove } from './grid';
import { linesOf } from './lines';
import { SameDialog } from './same-dialog';
import { SentenceBar, type SelectedCell } from './sentence-bar';
import { useNarrow } from '../../parts/use-narrow';
import { standing } from './walk';

const selectedCell = (shown: ShownMatrix, cursor: MatrixCursor | null): SelectedCell | null => {
  const row = shown.groups.flatMap(({ rows }) => rows).find(({ id }) => id === cursor?.row);
  const at = shown.columns.findIndex(({ id }) => id === cursor?.column);
  const [column, cell] = [shown.columns[at], row?.cells[at]];
  return row && column && cell ? { row, column, cell } : null;
};

/** The likely other name under which the year of an empty cell has its value. */
const insteadOf = (
  { row, column, cell }: SelectedCell,
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
): LikelySame | null => {
  if (cell.absence !== '未提及') return null;
  const at = columns.findIndex(({ id }) => id === column.id);
  const speaks = (other: MatrixRow): boolean => (other.cells[at]?.values.length ?? 0) > 0;
  return likelySame(row, rows, columns).find(({ likely, row: other }) => likely && speaks(other)) ?? null;
};

/** Every row there is, shown or not, and the likely other name of the chosen cell. */
const useWholeRows = (
  { groups, columns }: Matrix,
  chosen: SelectedCell | null,
): { readonly all: readonly MatrixRow[]; readonly instead: LikelySame | null } => {
  const all = useMemo(() => groups.flatMap(({ rows }) => rows), [groups]);
  const instead = useMemo(() => (chosen ? insteadOf(chosen, all, columns) : null), [chosen, all, columns]);
  return { all, instead };
};

/** One note on all that a cell states, or the one it has; a cell that states nothing has no words to note. */
const useCellNote = (shown: ShownMatrix) => {
  const { toast } = useShell();
  const shelf = useLibrary((state) => state.shelf);
  const reports = useMemo(() => openVolumes(shelf).map(({ report }) => report), [shelf]);
  const notesOn = useNotesOn(reports);
  const open = useOpenNoteOn(notesOn);
  const noted = useMemo(() => notedCells(shown, reports, notesOn), [shown, reports, notesOn]);
  const note = (cursor: MatrixCursor): void => {
    const cell = selectedCell(shown, cursor)?.cell;
    const passages = cell ? cellPassages(cell, reports) : [];
    if (passages.length > 0) open(passages);
    else toast.getState().show({ text: '这一格没有原句，没有可批注的文字' });
  };
  return { note, noted };
};

/** The cells whose words have a note. */
const notedCells = (
  { groups }: ShownMatrix,
  reports: readonly Report[],
  notesOn: ReturnType<typeof useNotesOn>,
): ReadonlySet<MatrixCell> => {
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const whole = reports.map((report) => ({ report, range: { start: 0, end: report.clean.length } }));
  if (notesOn(whole).length === 0) return NOTHING_NOTED;
  return new Set(cells.filter((cell) => notesOn(cellPassages(cell, reports)).length > 0));
};

const NOTHING_NOTED: ReadonlySet<MatrixCell> = new Set();

function NothingShown(): ReactNode {
  const { query, choose } = useMatrixChoices();
  const asked = query.trim();
  return (
    <EmptyState
      character="零"
      title={asked ? '共 0 项' : '没有可列的指标'}
      actions={
        <button
          className="button primary"
          onClick={() => choose({ query: '', hiddenRows: [], hiddenColumns: [] })}
        >
          {asked ? '看全部指标' : '全部还原'}
        </button>
      }
    >
      {asked
        ? `所选的地区没有叫“${asked}”的指标，也没有名字相近的。可以换一个叫法，或用拼音、首字母。`
        : '所选的年份里没有数，或各行都隐藏了。'}
    </EmptyState>
  );
}

/** 对照表 with the sentence of the selected cell under it. */
export function MatrixDesk({
  shown,
  whole,
}: {
  readonly shown: ShownMatrix;
  /** With the rows and columns that are not shown. */
  readonly whole: Matrix;
}): ReactNode {
  const { navigation } = useShell();
  const wanted = useNavigation(({ place }) => (place.view === 'indicators' ? place.indicator : null));
  const { cursor, corner, selected, choose } = useMatrixChoices();
  const { copyTable } = useCopyOut();
  const single = useNarrow();
  const { note, noted } = useCellNote(shown);
  const [sameId, setSame] = useState<string | null>(null);
  const lines = useMemo(() => linesOf(shown.groups), [shown]);
  const rows = useMemo(() => shown.groups.flatMap((group) => group.rows), [shown]);
  const here = useMemo(() => standing(cursor, rows, shown.columns), [cursor, rows, shown]);
  const chosen = useMemo(() => (selected ? selectedCell(shown, here) : null), [selected, shown, here]);
  const { all, instead } = useWholeRows(whole, chosen);
  const range = useMemo(() => (here ? cellRange(shown, corner, here) : null), [shown, corner, here]);
  if (!here) return <NothingShown />;
  const same = all.find(({ id }) => id === sameId);
  const move = (next: MatrixCursor, how: CursorMove): void =>
    choose({
      cursor: next,
      selected: how === 'choose' || selected,
      corner: how === 'stretch' ? (corner ?? here) : null,
    });
  const openFirst = (): void => {
    const first = chosen?.cell.values[0]?.observation;
    if (first) navigation.getState().openReport(first.report, first.range);
  };
  const joined = ({ id }: MatrixRow): void => {
    setSame(null);
    choose({ cursor: { ...here, row: id }, corner: null });
  };
  const chart = ({ id }: MatrixRow): void => {
    choose({ charted: [id] });
    navigation.getState().go({ view: 'indicators', tab: 'charts', indicator: null });
  };
  return (
    <div className="matrix">
      <hr className="double-rule" />
      <Grid
        lines={lines}
        columns={shown.columns}
        single={single}
        cursor={here}
        selected={selected}
        noted={noted}
        wanted={rows.find(({ indicator }) => indicator === wanted)?.id ?? null}
        range={range}
        onCursor={move}
        onCopy={(at) => void copyTable(plainMatrix(shown, range ?? oneCell(at)))}
        onOpen={openFirst}
        onNote={note}
      />
      <SentenceBar
        selected={chosen}
        instead={instead}
        onOpen={({ report, range }) => navigation.getState().openReport(report, range)}
        onChart={chart}
        onNote={() => note(here)}
        onSame={({ row }) => setSame(row.id)}
      />
      {same && (
        <SameDialog
          row={same}
          rows={all}
          columns={whole.columns}
          onClose={() => setSame(null)}
          onJoined={joined}
        />
      )}
    </div>
  );
}
