const KEPT = 20_000;
const known = new Map<string, readonly number[]>();

/** Two neighbouring characters as one number. */
export const pairAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** The character pairs of a name as sorted numbers, each as often as it occurs. */
export function pairsOf(text: string): readonly number[] {
  const found = known.get(text);
  if (found) return found;
  const codes: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) codes.push(pairAt(text, i));
  codes.sort((a, b) => a - b);
  if (known.size > KEPT) known.clear();
  known.set(text, codes);
  return codes;
}

/** Tells how many numbers two sorted lists share, each as often as both have it. */
export function sharedOf(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
