import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Result, succeed } from '../shared/fault';
import { REFUSALS, withoutFurniture } from '../shared/import';
import { decodeText } from './decode';
import { hasTooManyTags } from './budget';
import { blocksOf, type Block } from './html-blocks';
import type { Reading, ReadingContext } from './reading';

const HEAD = 4096;
const MOST_DEPTH = 3000;
/** Share of a page's prose that its main part must hold. */
const MAIN_SHARE = 0.9;
const LEAST_PROSE = 15;

/** Tells whether a text is a web page: its first words are tags that only pages have. */
export const isHtml = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|section|article|h1)\b/i.test(
    text.slice(0, HEAD),
  );

/** Reads a saved page: its main part without menus, buttons and scripts; nothing in it runs or is fetched. */
export function readHtml(
  bytes: Uint8Array,
  context: ReadingContext,
  charset: string | null = null,
): Result<Reading> {
  if (hasTooManyTags([bytes])) return REFUSALS.tooMuchMemory(context.subject);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = charset ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? null;
  const decoded = decodeText(bytes, declared);
  if (decoded === null) return REFUSALS.encoding(context.subject);
  return readPage(decoded.text, decoded.encoding, context);
}

/** Reads the text of a page. */
function readPage(source: string, encoding: string, { subject, repairs }: ReadingContext): Result<Reading> {
  if (depthOf(source) > MOST_DEPTH) return REFUSALS.tooDeep(subject);
  const document = parse(source);
  const { blocks, title } = blocksOf(document);
  const main = mainOf(blocks);
  const kept = blocks.filter(({ path, text, apart }) => {
    const inside = !apart && main !== null && path.includes(main);
    if (!inside && text !== '') repairs.note('furniture', text);
    return inside;
  });
  const heading = headingOf(blocks, title, kept);
  const paragraphs = withoutFurniture([...heading, ...kept.map(({ text }) => text)], repairs);
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n');
  return succeed({ text, format: 'html', encoding, pages: null, warnings: [] });
}

type Node = DefaultTreeAdapterTypes.Node;

/** The innermost element that holds nearly all prose of the page. */
function mainOf(blocks: readonly Block[]): Node | null {
  const weights = new Map<Node, number>();
  let whole = 0;
  for (const { path, text, apart } of blocks) {
    if (apart || text.length < LEAST_PROSE || !/[，。；]/.test(text)) continue;
    whole += text.length;
    for (const node of path) weights.set(node, (weights.get(node) ?? 0) + text.length);
  }
  let main: Node | null = null;
  for (const [node, weight] of weights) if (weight >= whole * MAIN_SHARE) main = node;
  return main ?? blocks[0]?.path[0] ?? null;
}

/** The page's own title where the main part does not begin with one: its first heading, else the document's title without the site's name. */
function headingOf(blocks: readonly Block[], title: string, kept: readonly Block[]): readonly string[] {
  const plain = (text: string): string => text.replace(/\s/g, '');
  const heading = blocks.find(
    ({ heading: level, text, apart }) => !apart && level === 1 && text !== '',
  )?.text;
  const own = heading ?? title.split(/\s*[_|｜–—]\s*|\s+-\s+|-(?=[^-]*(?:政府|网|门户))/)[0]?.trim() ?? '';
  if (own === '' || kept.slice(0, 8).some(({ text }) => plain(text) === plain(own))) return [];
  return [own];
}

/** Tells how deep containers are nested; read without building them. */
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of source.matchAll(
    /<\/?(?:div|span|table|font|section|article|b|i|em|ul|ol|blockquote)\b/gi,
  )) {
    depth += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
