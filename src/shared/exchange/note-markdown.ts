import { Marked, type Token } from 'marked';

/** An asterisk between a digit or a Han character and a digit is a sign of multiplication: 5*3=15，6*2=12. */
const TIMES = /^[*]+[\d(（]/;
const BEFORE_TIMES = /[\d\p{Script=Han})）]$/u;

/** `>` right before a digit is greater than, not a quotation: >6%才算快. */
const GREATER = /^ {0,3}>[＝=]?\d/;

/** Markdown as notes about figures are written: what is read as a mark elsewhere is often a sign here. */
const reader = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: {
    emStrong: (src, _, before = '') => (TIMES.test(src) && BEFORE_TIMES.test(before) ? undefined : false),
    // One tilde joins the ends of a range (5~6%); two strike out.
    del: (src) => (src.startsWith('~~') ? false : undefined),
    blockquote: (src) => (GREATER.test(src) ? undefined : false),
  },
});

/** Reads a note's Markdown as tokens of `marked`. */
export const lexNote = (text: string): readonly Token[] => reader.lexer(text);
