/** Places of the `count` smallest keys, smallest first. One pass with a bounded heap: a page out of 50,000 hits costs little. */
export function smallest(keys: Float64Array, count: number): Uint32Array {
  const size = Math.min(count, keys.length);
  const heap = new Uint32Array(size);
  for (let at = 0; at < size; at++) heap[at] = at;
  if (size < keys.length) {
    for (let slot = (size >> 1) - 1; slot >= 0; slot--) sink(heap, keys, slot);
    for (let at = size; at < keys.length && size > 0; at++) {
      if ((keys[at] ?? 0) >= (keys[heap[0] ?? 0] ?? 0)) continue;
      heap[0] = at;
      sink(heap, keys, 0);
    }
  }
  return heap.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

/** Moves a slot's place down until no larger key is below it. */
function sink(heap: Uint32Array, keys: Float64Array, from: number): void {
  const place = heap[from] ?? 0;
  const key = keys[place] ?? 0;
  let slot = from;
  for (let child = 2 * slot + 1; child < heap.length; child = 2 * slot + 1) {
    let larger = keys[heap[child] ?? 0] ?? 0;
    if (child + 1 < heap.length && (keys[heap[child + 1] ?? 0] ?? 0) > larger)
      larger = keys[heap[++child] ?? 0] ?? 0;
    if (larger <= key) break;
    heap[slot] = heap[child] ?? 0;
    slot = child;
  }
  heap[slot] = place;
}
