import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Sheet } from '../../shared/sheet';
import { halfPoints, mm, SANS, text } from './docx-text';

/** Gives what the sheet is made from, and which page of how many. */
export const footerOf = ({ foot, paper }: Sheet): Footer => {
  const options = { font: SANS, size: halfPoints(paper, 8) };
  return new Footer({
    children: [
      new Paragraph({
        // The last footnote ends at the margin: the foot keeps clear of it.
        spacing: { before: mm(2) },
        border: { top: { style: 'single', size: 4, color: '000000', space: 4 } },
        children: [text(foot, options)],
      }),
      new Paragraph({
        alignment: 'right',
        children: [
          new TextRun({
            ...options,
            children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
};
