import { readNumbering } from './numbering';

const TITLE = /^[【[（(]?目\s*录[】\]）)]?$/;
/** Leader dots, or a number behind white space or in brackets, at the end of an entry. */
const LEADER = /(?:[…⋯]+|[.．·・。]{3,}|[-—_]{4,}|(?:\s*[.·]\s+){3,})\s*[（(]?\d{0,4}[）)]?$/;
const PAGE = /(?:[\s\u3000\t]+\d{1,4}|\s*[（(]\s*\d{1,4}\s*[）)]|(?<=[^\d.%年月日])\d{1,3})$/;
const LONGEST = 90;
const LEAST_ENTRIES = 3;

const withoutPage = (text: string): string => text.replace(LEADER, '').replace(PAGE, '').trim();
const plain = (text: string): string => text.replace(/[\s。.．]/g, '');

/** Which lines are the table of contents: its title, and entries that lead to a page or come again as headings. */
export function findContents(texts: readonly string[]): readonly boolean[] {
  const found = texts.map(() => false);
  const title = texts.findIndex((text) => TITLE.test(text));
  const first = title >= 0 ? title + 1 : texts.findIndex((_, index) => isLed(texts, index));
  if (first < 0) return found;
  let end = first;
  while (end < texts.length && isEntry(texts, end)) end += 1;
  if (end - first < (title >= 0 ? 1 : LEAST_ENTRIES)) return found;
  return texts.map((_, index) => (index >= first && index < end) || index === title);
}

const isLed = (texts: readonly string[], index: number): boolean =>
  texts.slice(index, index + LEAST_ENTRIES).length === LEAST_ENTRIES &&
  texts.slice(index, index + LEAST_ENTRIES).every((text) => text.length <= LONGEST && LEADER.test(text));

function isEntry(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? '';
  if (text.length > LONGEST) return false;
  if (LEADER.test(text)) return true;
  const entry = plain(withoutPage(text));
  if (entry.length < 2) return /^[ivxIVX\d]{1,4}$/.test(text);
  if (!PAGE.test(text) && readNumbering(text) === null) return false;
  return texts.some((later, at) => at > index && plain(later).startsWith(entry) && !isSameEntry(later, text));
}

/** A line is no proof of itself: an entry's second copy must stand without its page. */
const isSameEntry = (later: string, text: string): boolean => PAGE.test(text) && later === text;
