import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A run of text between two borders of blocks. */
export interface Block {
  readonly text: string;
  /** Elements it lies in, from the outermost. */
  readonly path: readonly Node[];
  /** 1 for h1 and so on, 0 for no heading. */
  readonly heading: number;
  /** In a part of the page that is never its text: menus, foot, forms. */
  readonly apart: boolean;
}

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'head',
  'audio',
  'video',
]);
const APART = new Set(['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'menu', 'dialog']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'small',
  'span',
  'st1:chsdate',
  'strike',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'input',
]);
const CELLS = new Set(['td', 'th']);

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

const isHidden = ({ attrs }: Element): boolean =>
  attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  );

/** Divides a page into its blocks of text in order; walks without recursion, since pages may be nested deep. */
export function blocksOf(document: Node): { readonly blocks: readonly Block[]; readonly title: string } {
  const blocks: Block[] = [];
  let words = '';
  let title = '';
  const path: Element[] = [];
  const flush = (): void => {
    const text = words.replace(/[ \t\r\n\f]+/g, ' ').trim();
    words = '';
    if (text === '') return;
    const heading = Number(
      /^h([1-6])$/.exec(path.findLast(({ tagName }) => /^h[1-6]$/.test(tagName))?.tagName ?? '')?.[1] ?? 0,
    );
    blocks.push({ text, path: [...path], heading, apart: path.some(({ tagName }) => APART.has(tagName)) });
  };
  const enter = (node: Node): boolean => {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) words += node.value;
      return true;
    }
    if (node.tagName === 'title' && title === '') title = textIn(node);
    if (node.tagName === 'head') title = titleIn(node) || title;
    if (SILENT.has(node.tagName) || isHidden(node)) return false;
    if (node.tagName === 'br') flush();
    else if (CELLS.has(node.tagName)) words += ' ';
    else if (!INLINE.has(node.tagName)) flush();
    path.push(node);
    return true;
  };
  const leave = (node: Node): void => {
    if (!isElement(node)) return;
    if (!INLINE.has(node.tagName) && !CELLS.has(node.tagName)) flush();
    path.pop();
  };
  walk(document, enter, leave);
  flush();
  return { blocks, title };
}

/** Visits a tree in order; where `enter` says no, the node's children and its end are passed over. */
function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  const stack: { readonly node: Node; readonly end: boolean }[] = [{ node: root, end: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step.end) leave(step.node);
    else if (enter(step.node)) {
      stack.push({ node: step.node, end: true });
      for (const child of [...childrenOf(step.node)].reverse()) stack.push({ node: child, end: false });
    }
  }
}

const textIn = (node: Node): string =>
  childrenOf(node)
    .map((child) => ('value' in child && typeof child.value === 'string' ? child.value : ''))
    .join('')
    .trim();

const titleIn = (head: Node): string => {
  const title = childrenOf(head).find((child) => isElement(child) && child.tagName === 'title');
  return title === undefined ? '' : textIn(title);
};
