import { TextRun, type IRunOptions } from 'docx';
import { DEFAULT_PAPER, type Paper } from '../../shared/sheet';
import { officeText } from './spread';

/** Fonts by the names Word knows them by on a Chinese system; the report is set in 宋体, the software in 黑体. */
export const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: '宋体' };
export const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: '黑体' };

const TWIPS_IN_MM = 1440 / 25.4;

/** Millimetres as Word measures: twentieths of a point. */
export const mm = (length: number): number => Math.round(length * TWIPS_IN_MM);

/** A size for the paper's usual text, in half points, scaled to the size the reader chose. */
export const halfPoints = ({ fontSize }: Paper, points: number): number =>
  Math.round((2 * points * fontSize) / DEFAULT_PAPER.fontSize);

/** A run of text on one line. */
export const text = (words: string, options: Omit<IRunOptions, 'text' | 'children'>): TextRun =>
  new TextRun({ ...options, text: officeText(words).replace(/\s*\n\s*/g, ' ') });
