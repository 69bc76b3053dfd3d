import { RADICALS, UNIFIED } from './data/radicals';
import { SIMPLIFIED, TRADITIONAL } from './data/simplified';

/** Marks that differ by keyboard, font or printer and never by meaning: the plain one, then its variants. */
const EQUALS: readonly (readonly [string, string])[] = [
  ['"', "“”„‟‘’‚‛'`´「」『』〝〞〟"],
  ['-', '‐‑‒–—―−'],
  ['~', '〜∼∽'],
  ['·', '•・∙⋅‧'],
];

type Forms = ReadonlyMap<string, string>;

const paired = (from: string, to: string): Forms =>
  new Map(Array.from(from, (char, index) => [char, to.charAt(index)] as const));

/** The one form of a quote, dash, tilde or dot. */
export const MARK_OF: Forms = new Map(
  EQUALS.flatMap(([to, variants]) => [...variants].map((from) => [from, to] as const)),
);

/** The simplified form of a traditional character. */
export const SIMPLE_OF: Forms = paired(TRADITIONAL, SIMPLIFIED);

/** The character that a radical looks like: PDF files hold ⻓ where 长 was typed. */
export const IDEOGRAPH_OF: Forms = paired(RADICALS, UNIFIED);

/** Replaces each character that has another form. */
export function replaceEach(text: string, forms: Forms): string {
  let out = '';
  for (const char of text) out += forms.get(char) ?? char;
  return out;
}
