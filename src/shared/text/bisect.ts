/**
 * Counts the items at the front of a sorted list for which `before` holds, in log2(length) questions; the index of
 * the first item for which it does not. `before` must hold for a front part of the list and for nothing after it.
 */
export function bisect(length: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
