import type { ReactNode } from 'react';
import { typeset } from '../../shared/parse';
import { FORM_LABELS, type Footnote, type Sheet, type SheetNote } from '../../shared/sheet';
import { ChartFigure } from './chart';
import type { Item } from './flow';
import { SheetKey } from './marks';
import { Row, TableHead } from './table';

function Cover({ sheet }: { readonly sheet: Sheet }): ReactNode {
  return (
    <div className="sheet-cover">
      <p className="sheet-line">
        <span>对读　{FORM_LABELS[sheet.form]}</span>
        <span>{sheet.date}</span>
      </p>
      <h2 className="sheet-title">{sheet.title}</h2>
      {sheet.subtitle && <p className="sheet-subtitle">{sheet.subtitle}</p>}
      <SheetKey sheet={sheet} />
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

function PartTitle({ title, caption, continued }: Extract<Item, { kind: 'title' }>): ReactNode {
  return (
    <h3 className="sheet-part">
      {continued ? `${title}（续）` : title}
      {caption && <span>{caption}</span>}
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
          “<span className={`sheet-highlight ${note.colour}`}>{typeset(text)}</span>”
          {footnote !== null && <sup>{footnote}</sup>}
        </p>
      ))}
      {(note.text || note.number) && (
        <p className="sheet-note-text">
          {note.number && <b>{`批注 ${note.number}　`}</b>}
          {note.text}
        </p>
      )}
      {note.quotes.length > 0 && (
        <p className="sheet-note-place">
          {places(note)}　{note.colour}　{note.date}
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
    case 'title':
      return <PartTitle {...item} />;
    case 'head':
      return <TableHead columns={item.columns} continued={item.continued} />;
    case 'group':
      return <h4 className="sheet-group">{item.continued ? `${item.title}（续）` : item.title}</h4>;
    case 'row':
      return <Row row={item.row} columns={item.columns} />;
    case 'charts':
      return (
        <div className="sheet-charts">
          {item.charts.map((chart) => (
            <ChartFigure key={chart.id} chart={chart} />
          ))}
        </div>
      );
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
