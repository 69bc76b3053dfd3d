import type { ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import type {
  Column,
  Footnote,
  NotesPart,
  PassageCell,
  Piece,
  Sheet,
  SheetNote,
  TextCell,
  TextPart,
  TextRow,
} from '../../../shared/sheet';
import type { Item } from './flow';

function SheetKey(): ReactNode {
  return (
    <p className="sheet-key">
      <span>
        <b className="sheet-mark edited">改</b>改写：<del>左篇词</del> <ins>右篇词</ins>
      </span>
      <span>
        <b className="sheet-mark moved">移</b>换了位置
      </span>
      <span>
        <b className="sheet-mark only-left">缺</b>另一篇没有
      </span>
      <span>
        <b className="sheet-mark only-right">新</b>只在右篇
      </span>
      <span className="sheet-key-source">数字右上角为出处</span>
    </p>
  );
}

function Cover({ sheet }: { readonly sheet: Sheet }): ReactNode {
  return (
    <div className="sheet-cover">
      <p className="sheet-line">
        <span>对读　对照表</span>
        <span>{sheet.date}</span>
      </p>
      <h2 className="sheet-title">{sheet.title}</h2>
      {sheet.subtitle && <p className="sheet-subtitle">{sheet.subtitle}</p>}
      {sheet.parts.some(({ kind }) => kind === 'text') && <SheetKey />}
    </div>
  );
}

function Running({ sheet }: { readonly sheet: Sheet }): ReactNode {
  return (
    <p className="sheet-line running">
      <span>
        {sheet.title}　{sheet.subtitle}
      </span>
      <span>续</span>
    </p>
  );
}

function ColumnHead({
  column,
  continued,
}: {
  readonly column: Column;
  readonly continued: boolean;
}): ReactNode {
  return (
    <div>
      <strong>{column.title}</strong>
      <span>{column.caption}</span>
      {continued && <span>续表</span>}
    </div>
  );
}

function TableHead({ part, continued }: { readonly part: TextPart; readonly continued: boolean }): ReactNode {
  const [left, right] = part.columns;
  return (
    <div className="sheet-head">
      {left && <ColumnHead column={left} continued={continued} />}
      <div />
      {right && <ColumnHead column={right} continued={false} />}
    </div>
  );
}

/** The pieces as they are set: what stands beside a mark decides its width, also across pieces. */
const typesetPieces = (pieces: readonly Piece[]): readonly Piece[] => {
  const shown = typeset(pieces.map(({ text }) => text).join(''));
  const starts = pieces.map((_, index) =>
    pieces.slice(0, index).reduce((sum, { text }) => sum + text.length, 0),
  );
  return pieces.map((piece, index) => {
    const start = starts[index] ?? 0;
    return { ...piece, text: shown.slice(start, start + piece.text.length) };
  });
};

function Passage({ cell, name }: { readonly cell: PassageCell; readonly name: 'left' | 'right' }): ReactNode {
  const Changed = name === 'left' ? 'del' : 'ins';
  return (
    <>
      {cell.moved && <span className="sheet-moved">{cell.moved}</span>}
      <span className={cell.doubt ? 'sheet-doubt' : undefined}>
        {typesetPieces(cell.pieces).map(({ text, changed }, index) =>
          changed ? <Changed key={index}>{text}</Changed> : text,
        )}
      </span>
      <sup>{cell.footnote}</sup>
    </>
  );
}

function Cell({ cell, name }: { readonly cell: TextCell; readonly name: 'left' | 'right' }): ReactNode {
  if (cell.kind === 'gap') return <span className="sheet-gap">{cell.text}</span>;
  if (cell.kind === 'pointer') return <span className="sheet-pointer">{cell.text}</span>;
  return cell.pieces.length > 0 ? <Passage cell={cell} name={name} /> : null;
}

/** Headings are worded anew every year; only what stands under them is worth marking. */
const unmarked = (cell: TextCell): TextCell =>
  cell.kind === 'passage'
    ? { ...cell, pieces: cell.pieces.map(({ text }) => ({ text, changed: false })) }
    : cell;

function Row({ row }: { readonly row: TextRow }): ReactNode {
  const [left, right] = row.kind === 'heading' ? row.cells.map(unmarked) : row.cells;
  const barred = (cell: TextCell | undefined): string =>
    cell?.kind === 'passage' && cell.moved !== null ? 'sheet-cell barred' : 'sheet-cell';
  return (
    <div className={`sheet-row ${row.kind}`}>
      <div className={barred(left)}>{left && <Cell cell={left} name="left" />}</div>
      <div>{row.mark && <b className={`sheet-mark ${row.relation}`}>{row.mark}</b>}</div>
      <div className={barred(right)}>{right && <Cell cell={right} name="right" />}</div>
    </div>
  );
}

function NotesHead({ part }: { readonly part: NotesPart }): ReactNode {
  return (
    <h3 className="sheet-notes-head">
      {part.title}
      <span>{part.notes.length} 条</span>
    </h3>
  );
}

const places = ({ quotes }: SheetNote): string => {
  const numbers = [...new Set(quotes.flatMap(({ footnote }) => footnote ?? []))];
  return numbers.length ? `记在出处 ${numbers.join('、')}` : '原文已改动，位置待确认';
};

function Note({ note }: { readonly note: SheetNote }): ReactNode {
  return (
    <div className="sheet-note">
      {note.quotes.map(({ text, footnote }, index) => (
        <p key={index} className="sheet-quote">
          “{typeset(text)}”{footnote !== null && <sup>{footnote}</sup>}
        </p>
      ))}
      {note.text && <p className="sheet-note-text">{note.text}</p>}
      {note.quotes.length > 0 && (
        <p className="sheet-note-place">
          {places(note)}　{note.date}
          {note.tags.length > 0 && `　${note.tags.join('、')}`}
        </p>
      )}
    </div>
  );
}

/** One item of a sheet as it is printed. Its height is all its own: items stack without margins between them. */
export function SheetItem({ item, sheet }: { readonly item: Item; readonly sheet: Sheet }): ReactNode {
  switch (item.kind) {
    case 'cover':
      return <Cover sheet={sheet} />;
    case 'running':
      return <Running sheet={sheet} />;
    case 'notice':
      return <p className="sheet-notice">{item.text}</p>;
    case 'head':
      return <TableHead part={item.part} continued={item.continued} />;
    case 'group':
      return <h3 className="sheet-group">{item.continued ? `${item.title}（续）` : item.title}</h3>;
    case 'row':
      return <Row row={item.row} />;
    case 'notes-head':
      return <NotesHead part={item.part} />;
    case 'note':
      return <Note note={item.note} />;
  }
}

/** A source names its sentence; of a long one the beginning is enough to find it. In characters. */
const QUOTED = 64;

/** The sentence, unless it is the heading that has just been named. */
const quoted = ({ section, sentence }: Footnote): string => {
  const bare = (text: string) => typeset(text).replace(/\s/g, '');
  if (section && bare(sentence).startsWith(bare(section))) return '';
  return sentence.length <= QUOTED ? sentence : `${sentence.slice(0, QUOTED - 4)}……`;
};

/** Number, report · section, sentence, reason of doubt. */
export function SheetFootnote({ footnote }: { readonly footnote: Footnote }): ReactNode {
  const { number, source, section, doubt } = footnote;
  const sentence = quoted(footnote);
  return (
    <div className="sheet-footnote">
      <span className="sheet-footnote-number">{number}</span>
      <p>
        {source}
        {section && ` · ${typeset(section)}`}
        {sentence && '：'}
        <span className="serif">{typeset(sentence)}</span>
        {doubt && `　存疑：${doubt}`}
      </p>
    </div>
  );
}
