import { escapeMarkup } from '../text';

/** A table as it is copied: plain words in cells, and what stands over and under it. */
export interface PlainTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where it is from: 据周口市 2025 年报告; empty where there is nothing to say. */
  readonly source: string;
}

/** A tab or a break would begin another cell. */
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/gu, ' ').trim();

/** Writes a table for a text field and for the cells of a spreadsheet: tabs between cells, a line a row. */
export const tableText = ({ heads, rows }: PlainTable): string =>
  [heads, ...rows].map((row) => row.map(oneLine).join('\t')).join('\r\n');

/** A figure stands at the right; the first column is a name. */
const isFigure = (text: string): boolean => /^[＞＜≥≤约]?[+＋−-]?[\d,]+(?:\.\d+)?%?$/u.test(text);

const cellHtml = (tag: 'td' | 'th', text: string, at: number): string => {
  const align = tag === 'th' ? 'center' : at > 0 && isFigure(text) ? 'right' : 'left';
  return `<${tag} align="${align}">${escapeMarkup(oneLine(text))}</${tag}>`;
};

const rowHtml = (tag: 'td' | 'th', row: readonly string[]): string =>
  `<tr>${row.map((text, at) => cellHtml(tag, text, at)).join('')}</tr>`;

/**
 * Writes a table as WPS and Word take it: borders of its own, title and source as lines around it. By attributes, since
 * the page's policy takes style sheets out of what is put into the clipboard.
 */
export const tableHtml = ({ title, heads, rows, source }: PlainTable): string => {
  const line = (text: string): string => (text === '' ? '' : `<p>${escapeMarkup(oneLine(text))}</p>`);
  const table = `<table border="1" cellspacing="0" cellpadding="4"><thead>${rowHtml('th', heads)}</thead><tbody>${rows
    .map((row) => rowHtml('td', row))
    .join('')}</tbody></table>`;
  return `<meta charset="utf-8">${line(title)}${table}${line(source)}`;
};
