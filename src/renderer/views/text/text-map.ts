import type { Range as CleanRange } from '../../../shared/report';
import { bisect } from '../../../shared/text';

/**
 * The bridge between the page and the clean text. Contract: an element with `data-start` holds, as its text
 * content, the clean text from that offset on, one character for one; such elements stand in reading order.
 */
export interface TextMap {
  /** The page's range for a range of the clean text, or null where none of it is on the page. */
  toDom(range: CleanRange): Range | null;
  /** The clean offset of a range's start, or null where it stands in no report text. */
  offsetOf(range: Range): number | null;
  /** The clean range of a selection, or null where it holds no report text. */
  toClean(range: Range): CleanRange | null;
}

interface Line {
  readonly element: HTMLElement;
  readonly start: number;
  readonly end: number;
}

const readLines = (root: ParentNode): readonly Line[] =>
  [...root.querySelectorAll<HTMLElement>('[data-start]')].map((element) => {
    const start = Number(element.dataset['start']);
    return { element, start, end: start + (element.textContent?.length ?? 0) };
  });

/** Index of the last line that starts at or before an offset, -1 before the first. */
const lineAt = (lines: readonly Line[], offset: number): number =>
  bisect(lines.length, (index) => (lines[index]?.start ?? Infinity) <= offset) - 1;

/** The text node and offset in it for an offset into an element's text. */
const pointIn = (element: HTMLElement, offset: number): readonly [Node, number] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = element;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return [last, last.nodeValue?.length ?? 0];
};

/** Characters of an element's text before a boundary point inside it. */
const offsetIn = (element: HTMLElement, node: Node, offset: number): number => {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
};

const toDom = (lines: readonly Line[], { start, end }: CleanRange): Range | null => {
  const first = lines[lineAt(lines, start)] ?? lines[0];
  const last = lines[lineAt(lines, Math.max(start, end - 1))];
  if (!first || !last || end < first.start || start > last.end) return null;
  const range = document.createRange();
  range.setStart(...pointIn(first.element, Math.max(0, Math.min(start, first.end) - first.start)));
  range.setEnd(...pointIn(last.element, Math.min(end, last.end) - last.start));
  return range;
};

const toClean = (lines: readonly Line[], range: Range): CleanRange | null => {
  const touched = lines.filter(({ element }) => range.intersectsNode(element));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = first.element.contains(range.startContainer)
    ? first.start + offsetIn(first.element, range.startContainer, range.startOffset)
    : first.start;
  const end = last.element.contains(range.endContainer)
    ? last.start + offsetIn(last.element, range.endContainer, range.endOffset)
    : last.end;
  return end > start ? { start, end } : null;
};

const offsetOf = (lines: readonly Line[], { startContainer, startOffset }: Range): number | null => {
  const line = lines.find(({ element }) => element.contains(startContainer));
  return line ? line.start + offsetIn(line.element, startContainer, startOffset) : null;
};

/** Reads the page once; a map is good until the text is rendered anew. */
export const mapText = (root: ParentNode): TextMap => {
  const lines = readLines(root);
  return {
    toDom: (range) => toDom(lines, range),
    offsetOf: (range) => offsetOf(lines, range),
    toClean: (range) => toClean(lines, range),
  };
};

/** The map of an element that shows the whole raw text, character for character; its offsets are those of the raw text. */
export const mapRawText = (element: HTMLElement): Pick<TextMap, 'toDom'> => {
  const line: Line = { element, start: 0, end: element.textContent?.length ?? 0 };
  return { toDom: (range) => toDom([line], range) };
};
