import { foldAt } from '../fold';

/** So many characters two objects must have in common… */
const COMMON = 4;
/** …which are so much of the shorter… */
const SHARE = 0.5;
/** …and begin so near to the word that governs them: further on it governs something else. */
const NEAR = 6;

/** Tells whether two words govern one thing: the texts after them begin with the same matter, or list the same item. */
export function isSameObject(left: string, right: string): boolean {
  const [a, b] = [foldText(left), foldText(right)];
  const { length, left: l, right: r } = longestCommon(a, b);
  const alike = length >= COMMON && length >= SHARE * Math.min(a.length, b.length) && l <= NEAR && r <= NEAR;
  return alike || itemsOf(left).some((item) => item.length >= COMMON && itemsOf(right).includes(item));
}

const itemsOf = (text: string): readonly string[] => text.split('、').map(foldText);

function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = foldAt(text, at);
    if (code !== 0) folded += String.fromCharCode(code);
  }
  return folded;
}

/** The longest string both have, and where it begins in each. */
function longestCommon(
  a: string,
  b: string,
): { readonly length: number; readonly left: number; readonly right: number } {
  let best = { length: 0, left: 0, right: 0 };
  let before = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const now = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j += 1) {
      const length = a[i - 1] === b[j - 1] ? (before[j - 1] ?? 0) + 1 : 0;
      now[j] = length;
      if (length > best.length) best = { length, left: i - length, right: j - length };
    }
    before = now;
  }
  return best;
}
