import { Paragraph } from 'docx';
import { typeset } from '../../shared/parse';
import { TINTS } from '../../shared/report';
import type { NotesPart, Paper, SheetNote } from '../../shared/sheet';
import type { References } from './docx-references';
import { halfPoints, mm, SANS, SERIF, text } from './docx-text';

/** The reader's notes, each with a bar at its left. */
export const notesParagraphs = (
  { notes }: NotesPart,
  paper: Paper,
  references: References,
): readonly Paragraph[] => notes.flatMap((note) => noteParagraphs(note, paper, references));

function noteParagraphs(note: SheetNote, paper: Paper, references: References): readonly Paragraph[] {
  const { quotes, text: own, tags, colour, date, number } = note;
  const words = number === undefined ? own : `批注 ${number}　${own}`;
  const small = halfPoints(paper, 8);
  const barred = {
    indent: { left: mm(3) },
    keepLines: true,
    border: { left: { style: 'single', size: 12, color: '000000', space: 6 } },
  } as const;
  const quoted = quotes.map(
    (quote) =>
      new Paragraph({
        ...barred,
        keepNext: true,
        children: [
          text(`“${typeset(quote.text)}”`, {
            font: SERIF,
            size: halfPoints(paper, 10.5),
            ...(paper.grey
              ? { underline: {} }
              : { shading: { type: 'clear', fill: TINTS[colour].slice(1) } }),
          }),
          ...(quote.footnote === null ? [] : references.after([quote.footnote], small)),
        ],
      }),
  );
  const size = halfPoints(paper, 10);
  const lines = words === '' ? [] : words.split('\n');
  const unsure = quotes.some(({ footnote }) => footnote === null) ? ['原文已改动，位置待确认'] : [];
  const facts = [...unsure, date, tags.join('、')].filter((fact) => fact !== '').join('　');
  return [
    ...quoted,
    ...lines.map(
      (line) => new Paragraph({ ...barred, keepNext: true, children: [text(line, { font: SANS, size })] }),
    ),
    new Paragraph({
      ...barred,
      spacing: { after: mm(2.5) },
      children: [text(facts, { font: SANS, size: small })],
    }),
  ];
}
