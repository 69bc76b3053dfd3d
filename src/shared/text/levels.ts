import { IDEOGRAPH_OF, MARK_OF, SIMPLE_OF, replaceEach } from './variants';
import { narrow } from './width';

/** Who asks whether two texts are the same. */
export type Level = 'anchor' | 'compare' | 'search' | 'figures';

/** What one level takes for the same, character by character. */
interface Folding {
  /** Unicode's compatible forms (NFKC: ㎡ m2, ① 1, Ⅲ III, é composed), or full width alone. */
  readonly compatible: boolean;
  readonly lower: boolean;
  readonly simplified: boolean;
  /** Quotes and dashes: as they stand, or one of each kind. */
  readonly marks: 'kept' | 'one';
}

/**
 * The four notions of the same text, side by side; tests/unit/text/levels.test.ts prints what each does. All take full
 * width for half width and a radical for its character (⻓ 长); they differ where their duties do:
 *
 * - anchor: a note stands on its very words. Letter case and 简繁 are other words to it; a typesetter's form is not.
 * - compare: a change must be a change of what is said. Case, 简繁 and forms are none, nor (in compare/fold) are
 *   punctuation and spaces.
 * - search: whatever a reader may type for it finds it, so all of this, and one quote and one dash for all.
 * - figures: the grammar needs unit for unit what was printed, since every number leads back to its place: ㎡ is a unit
 *   of its table, ① the mark of a list and no number, quotes tell where a name ends.
 *
 * White space, digit groups and punctuation depend on what stands around them and are decided in each room.
 */
const LEVELS: Readonly<Record<Level, Folding>> = {
  anchor: { compatible: true, lower: false, simplified: false, marks: 'kept' },
  compare: { compatible: true, lower: true, simplified: true, marks: 'one' },
  search: { compatible: true, lower: true, simplified: true, marks: 'one' },
  figures: { compatible: false, lower: false, simplified: false, marks: 'kept' },
};

const ELLIPSIS = '…';

/** Folds one character with the marks that combine with it; several characters may come of it (㎡ m2), or none. */
export function foldCharacter(level: Level, character: string): string {
  // NFKC makes three full stops of it; a decimal point must not be found there.
  if (character === ELLIPSIS) return character;
  const folding = LEVELS[level];
  const marked = folding.marks === 'one' ? replaceEach(character, MARK_OF) : character;
  const plain = replaceEach(compatible(marked, folding), IDEOGRAPH_OF);
  const whole = folding.marks === 'one' ? replaceEach(plain, MARK_OF) : plain;
  return folding.simplified ? replaceEach(whole, SIMPLE_OF) : whole;
}

function compatible(text: string, folding: Folding): string {
  if (!folding.compatible) return String.fromCharCode(narrow(text.charCodeAt(0))) + text.slice(1);
  const form = text.normalize('NFKC');
  return folding.lower ? form.toLowerCase().normalize('NFKC') : form;
}

/** Characters that show nothing: controls, formats, fillers and both blocks of variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Leaves out characters that show nothing; line breaks and tabs are among them. */
export const dropInvisible = (text: string): string => text.replace(INVISIBLE, '');
