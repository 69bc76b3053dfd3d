const NUMERALS = new Set('〇零一二两三四五六七八九十百千万亿');

/** A character of the text that no near match may put in place of another: numbers are exact by rule. */
function isGuarded(text: string, at: number): boolean {
  const isNumeral = (place: number): boolean =>
    /\d/.test(text.charAt(place)) || NUMERALS.has(text.charAt(place));
  return /[\d.%‰]/.test(text.charAt(at)) || (isNumeral(at) && (isNumeral(at - 1) || isNumeral(at + 1)));
}

/**
 * Sellers' algorithm with swapped neighbours: whether some part of the text is exactly one edit from a term
 * without numbers, leaving out the places where the term itself stands. Independent of the search it judges.
 */
export function isOneEditAway(term: string, whole: string): boolean {
  const text = whole.replaceAll(term, '\u0000');
  const columns = text.length + 1;
  let before = new Uint8Array(columns);
  let row = new Uint8Array(columns);
  let next = new Uint8Array(columns);
  for (let i = 1; i <= term.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j < columns; j++) {
      const same = term.charCodeAt(i - 1) === text.charCodeAt(j - 1);
      const price = same ? 0 : isGuarded(text, j - 1) ? 2 : 1;
      let best = Math.min((row[j - 1] ?? 0) + price, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + (price || 1));
      if (!same && i > 1 && j > 1 && term[i - 1] === text[j - 2] && term[i - 2] === text[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next[j] = best;
      least = Math.min(least, best);
    }
    if (least > 1) return false;
    [before, row, next] = [row, next, before];
  }
  return row.includes(1);
}
