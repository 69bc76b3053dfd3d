import type { CSSProperties } from 'react';
import { DEFAULT_PAPER, pageSize, type Paper } from '../../shared/sheet';

/** Width of a column of footnotes that reads well, in millimetres. */
const FOOTNOTE_WIDTH = 78;

/** Tells how many columns the footnotes of a page stand in. */
export const footnoteColumns = (paper: Paper): number => {
  const { left, right } = paper.margins;
  const wide = (pageSize(paper).width - left - right) / (FOOTNOTE_WIDTH * scaleOf(paper));
  return Math.max(1, Math.round(wide));
};

const scaleOf = ({ fontSize }: Paper): number => fontSize / DEFAULT_PAPER.fontSize;

/** The paper's measures for the style sheet. */
export const paperStyle = (paper: Paper): CSSProperties => {
  const { top, right, bottom, left } = paper.margins;
  const { width, height } = pageSize(paper);
  return {
    '--width': `${width}mm`,
    '--height': `${height}mm`,
    '--top': `${top}mm`,
    '--right': `${right}mm`,
    '--bottom': `${bottom}mm`,
    '--left': `${left}mm`,
    '--scale': scaleOf(paper),
    '--footnote-columns': footnoteColumns(paper),
  } as CSSProperties;
};

/** The rule that makes a printed page as large as the sheet; its margins are the sheet's own. */
export const pageRule = ({ size, orientation }: Paper): string =>
  `@page { size: ${size} ${orientation}; margin: 0; }`;
