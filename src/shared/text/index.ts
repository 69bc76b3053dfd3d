/**
 * What a character is, for everybody. `LEVELS` is the one table of when two texts count as the same: it is read by
 * search/normalise, anchor/shadow, compare/fold and figures/token. Imports nothing.
 */
export { bisect } from './bisect';
export { characterEnd } from './characters';
export { dropInvisible, foldCharacter } from './levels';
export { ENTITIES, escapeMarkup } from './markup';
export { occurrences } from './occurrences';
export { typeset, typesetCount } from './typeset';
export { SIMPLE_OF } from './variants';
export { isDigit, narrow } from './width';
export { wordCount } from './word-count';
export { wordsOf } from './words';
