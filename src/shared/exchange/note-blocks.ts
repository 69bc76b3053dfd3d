import type { Token, Tokens } from 'marked';
import { lexNote } from './note-markdown';

/** Words of one look. Text is text: nothing in it is ever read as HTML. */
export interface NoteRun {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly deleted?: true;
  readonly code?: true;
  /** A web address the words stand for; http and https only. */
  readonly href?: string;
}

/** A note's Markdown as plain data, for whoever shows or prints it. */
export type NoteBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly runs: readonly NoteRun[] }
  | {
      readonly kind: 'item';
      /** 1 for the outermost list. */
      readonly depth: number;
      /** •, 1. or a box. */
      readonly marker: string;
      readonly runs: readonly NoteRun[];
    }
  | { readonly kind: 'quote'; readonly runs: readonly NoteRun[] }
  | { readonly kind: 'code'; readonly text: string };

/** Longer notes are shown as plain text: some marks cost a Markdown reader more than linear time. */
const LONGEST = 20_000;

const plain = (text: string): readonly NoteBlock[] => [{ kind: 'paragraph', runs: [{ text }] }];

/**
 * Reads a note's Markdown: paragraphs, headings, lists, quotes, code, emphasis, web links; a line break is one. What it
 * does not know (HTML, pictures, tables) stays as it was typed. Total: any string gives blocks.
 */
export function noteBlocks(text: string): readonly NoteBlock[] {
  if (text === '') return [];
  if (text.length > LONGEST) return plain(text);
  try {
    return lexNote(text).flatMap(blockOf);
  } catch {
    // Marks nested by the thousand exhaust the stack of the reader of Markdown.
    return plain(text);
  }
}

function blockOf(token: Token): readonly NoteBlock[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return token.type === 'def' ? plain(token.raw) : [];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', runs: runsOf(token.tokens ?? [token]) }];
    case 'heading':
      return [{ kind: 'heading', runs: runsOf(token.tokens ?? []) }];
    case 'list':
      return itemsOf(token as Tokens.List, 1);
    case 'blockquote':
      return [{ kind: 'quote', runs: quoted((token as Tokens.Blockquote).tokens) }];
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    default:
      return plain(token.raw.replace(/\n+$/, ''));
  }
}

/** Lines of a quotation, one after the other. */
const quoted = (tokens: readonly Token[]): readonly NoteRun[] =>
  tokens
    .flatMap(blockOf)
    .flatMap((block, index) => [
      ...(index ? [{ text: '\n' }] : []),
      ...(block.kind === 'code' ? [{ text: block.text, code: true as const }] : block.runs),
    ]);

function itemsOf({ items, ordered, start }: Tokens.List, depth: number): readonly NoteBlock[] {
  return items.flatMap((item, index) => {
    const number = typeof start === 'number' ? start + index : index + 1;
    const bullet = ordered ? `${number}.` : '•';
    const marker = item.task ? (item.checked ? '☑' : '☐') : bullet;
    const own = item.tokens.filter(({ type }) => type !== 'list' && type !== 'checkbox');
    const inner = item.tokens.filter((token): token is Tokens.List => token.type === 'list');
    return [
      { kind: 'item', depth, marker, runs: quoted(own) } as const,
      ...inner.flatMap((list) => itemsOf(list, depth + 1)),
    ];
  });
}

const runsOf = (tokens: readonly Token[], look: Omit<NoteRun, 'text'> = {}): readonly NoteRun[] =>
  tokens.flatMap((token) => runOf(token, look));

function runOf(token: Token, look: Omit<NoteRun, 'text'>): readonly NoteRun[] {
  const inner = 'tokens' in token ? (token.tokens ?? []) : [];
  switch (token.type) {
    case 'strong':
      return runsOf(inner, { ...look, strong: true });
    case 'em':
      return runsOf(inner, { ...look, emphasis: true });
    case 'del':
      return runsOf(inner, { ...look, deleted: true });
    case 'codespan':
      return [{ ...look, text: (token as Tokens.Codespan).text, code: true }];
    case 'br':
      return [{ ...look, text: '\n' }];
    case 'link':
      return linkOf(token as Tokens.Link, look);
    case 'escape':
      return [{ ...look, text: (token as Tokens.Escape).text }];
    case 'text':
      // As it was typed: the reader of Markdown decodes some entities (&#39;) and leaves others (&lt;).
      return inner.length > 0 ? runsOf(inner, look) : [{ ...look, text: token.raw }];
    default:
      return [{ ...look, text: token.raw }];
  }
}

const linkOf = ({ href, raw, tokens }: Tokens.Link, look: Omit<NoteRun, 'text'>): readonly NoteRun[] =>
  /^https?:\/\//i.test(href) ? runsOf(tokens, { ...look, href }) : [{ ...look, text: raw }];
