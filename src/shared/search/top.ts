/** Indices of the `count` smallest keys, smallest first. One pass with a bounded heap: a page out of 50,000 hits costs little. */
export function smallest(keys: Float64Array, count: number): readonly number[] {
  if (count >= keys.length) return Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  const heap: number[] = [];
  const keyAt = (slot: number): number => keys[heap[slot] ?? 0] ?? 0;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
  };
  const rise = (slot: number): void => {
    for (let at = slot; at > 0 && keyAt(at) > keyAt((at - 1) >> 1); at = (at - 1) >> 1)
      swap(at, (at - 1) >> 1);
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const child = left + 1 < heap.length && keyAt(left + 1) > keyAt(left) ? left + 1 : left;
      if (child >= heap.length || keyAt(child) <= keyAt(at)) return;
      swap(at, child);
      at = child;
    }
  };
  for (let index = 0; index < keys.length && count > 0; index++) {
    if (heap.length < count) rise(heap.push(index) - 1);
    else if ((keys[index] ?? 0) < keyAt(0)) {
      heap[0] = index;
      sink();
    }
  }
  return heap.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}
