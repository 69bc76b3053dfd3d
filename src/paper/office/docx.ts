import { Document, Packer, Paragraph, type FileChild } from 'docx';
import { typeset } from '../../shared/parse';
import { pageSize, type Paper, type Part, type Sheet } from '../../shared/sheet';
import { chartParagraphs } from './docx-chart';
import { footerOf } from './docx-footer';
import { notesParagraphs } from './docx-notes';
import { References } from './docx-references';
import { tableOf } from './docx-table';
import { halfPoints, mm, SANS, SERIF, text } from './docx-text';

/** A Word document of the sheet: real tables, real footnotes, heads that repeat and rows that are not cut. */
export async function makeDocx(sheet: Sheet): Promise<Uint8Array> {
  const references = new References(sheet.footnotes);
  const document = new Document({
    title: sheet.title,
    creator: '对读',
    description: sheet.foot,
    styles: { default: { document: { run: { font: SERIF, size: halfPoints(sheet.paper, 10.5) } } } },
    footnotes: references.documentFootnotes(sheet.paper),
    sections: [
      {
        properties: { page: pageOf(sheet.paper) },
        footers: { default: footerOf(sheet) },
        children: [...headOf(sheet), ...sheet.parts.flatMap((part) => childrenOf(part, sheet, references))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const pageOf = (paper: Paper) => {
  const { top, right, bottom, left } = paper.margins;
  // Word wants the paper as it lies in the printer and turns it itself.
  const { width, height } = pageSize({ ...paper, orientation: 'portrait' });
  return {
    size: { width: mm(width), height: mm(height), orientation: paper.orientation },
    margin: { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), footer: mm(bottom / 2) },
  };
};

function headOf(sheet: Sheet): readonly FileChild[] {
  const { paper, title, subtitle, date, notices } = sheet;
  const line = (words: string, size: number, bold: boolean) =>
    new Paragraph({
      alignment: 'center',
      spacing: { after: mm(1.5) },
      children: [text(words, { font: SERIF, size: halfPoints(paper, size), bold })],
    });
  return [
    new Paragraph({
      alignment: 'right',
      children: [text(date, { font: SANS, size: halfPoints(paper, 9) })],
    }),
    line(title, 18, true),
    ...(subtitle === '' ? [] : [line(subtitle, 10.5, false)]),
    ...notices.map((notice) => new Paragraph({ children: [text(notice, { font: SERIF })] })),
  ];
}

function childrenOf(part: Part, sheet: Sheet, references: References): readonly FileChild[] {
  const { paper } = sheet;
  switch (part.kind) {
    case 'charts':
      return [partHead(part.title, `${part.charts.length} 项`, paper), ...chartParagraphs(part, references)];
    case 'notes':
      return [
        partHead(part.title, `${part.notes.length} 条`, paper),
        ...notesParagraphs(part, paper, references),
      ];
    case 'matrix':
    case 'ledger':
    case 'pledges':
    case 'lives':
    case 'levels':
    case 'wording':
    case 'text':
    case 'figures':
    case 'phrases':
    case 'report':
      return [
        ...(part.title === '' ? [] : [partHead(part.title, part.caption, paper)]),
        tableOf(part, paper, references),
      ];
  }
}

const partHead = (title: string, caption: string, paper: Paper): Paragraph =>
  new Paragraph({
    heading: 'Heading2',
    keepNext: true,
    spacing: { before: mm(5), after: mm(2) },
    children: [
      text(title, { font: SERIF, size: halfPoints(paper, 12), bold: true, color: '000000' }),
      text(caption === '' ? '' : `　${typeset(caption)}`, {
        font: SANS,
        size: halfPoints(paper, 8),
        color: '000000',
      }),
    ],
  });
