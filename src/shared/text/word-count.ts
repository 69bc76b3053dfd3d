/** A run of Latin letters and digits counts as one word, as in WPS and Word. */
const WORDS = /[\p{Script=Latin}\p{N}]+(?:[.,:'’/%-]*[\p{Script=Latin}\p{N}%]+)*|\S/gu;

/** Counts 字数 as WPS and Word do: each Chinese character and mark, each number or Latin word; no white space. */
export const wordCount = (text: string): number => text.match(WORDS)?.length ?? 0;
