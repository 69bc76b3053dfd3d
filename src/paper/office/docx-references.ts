import { Bookmark, FootnoteReferenceRun, InternalHyperlink, Paragraph, type ParagraphChild } from 'docx';
import { typeset } from '../../shared/parse';
import type { Footnote, Paper } from '../../shared/sheet';
import { halfPoints, SANS, SERIF, text } from './docx-text';

/**
 * Footnotes of a document. Word numbers a footnote where it is first referred to, which is the order of the sheet's
 * own numbers; a second reference to the same one is a link to the first with its number.
 */
export class References {
  private readonly used = new Set<number>();

  constructor(private readonly footnotes: readonly Footnote[]) {}

  /** The numbers after a text, each on its own. */
  after(numbers: readonly number[], size: number): readonly ParagraphChild[] {
    return numbers.flatMap((number, index) => [
      ...(index > 0 ? [text('、', { font: SANS, size, superScript: true })] : []),
      ...this.one(number, size),
    ]);
  }

  documentFootnotes(paper: Paper): Readonly<Record<string, { children: Paragraph[] }>> {
    return Object.fromEntries(
      this.footnotes.map((footnote) => [
        String(footnote.number),
        { children: [paragraphOf(footnote, paper)] },
      ]),
    );
  }

  private one(number: number, size: number): readonly ParagraphChild[] {
    const name = `source${number}`;
    if (this.used.has(number)) {
      const link = text(String(number), { font: SANS, size, superScript: true });
      return [new InternalHyperlink({ anchor: name, children: [link] })];
    }
    this.used.add(number);
    return [new Bookmark({ id: name, children: [new FootnoteReferenceRun(number)] })];
  }
}

/** 周口市 2023 · 3.大力发展临港物流：原句　存疑：…… */
function paragraphOf({ source, section, sentence, doubt }: Footnote, paper: Paper): Paragraph {
  const size = halfPoints(paper, 8);
  const place = section === '' ? source : `${source} · ${typeset(section)}`;
  return new Paragraph({
    children: [
      text(` ${place}${sentence === '' ? '' : '：'}`, { font: SANS, size }),
      text(typeset(sentence), { font: SERIF, size }),
      ...(doubt === null ? [] : [text(`　存疑：${doubt}`, { font: SANS, size })]),
    ],
  });
}
