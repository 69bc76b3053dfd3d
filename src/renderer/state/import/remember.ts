import type { ImportStore } from './import';
import { pendingOf, type PendingItem } from './item';

/** A pause while files are read: an import of a hundred changes the list hundreds of times. Milliseconds. */
const PAUSE = 300;

/** Where undecided reports outlive the window. */
interface PendingPlace {
  readonly all: () => Promise<readonly PendingItem[]>;
  readonly keep: (items: readonly PendingItem[]) => void;
}

/** Brings back what was left undecided, then keeps what is (待定). */
export const rememberPending = async (imports: ImportStore, place: PendingPlace): Promise<void> => {
  const pending = await place.all();
  if (pending.length > 0) await imports.getState().recall(pending);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: readonly PendingItem[] = pending;
  const isSame = (next: readonly PendingItem[]): boolean =>
    next.length === last.length &&
    next.every(({ key, facts }, at) => key === last[at]?.key && facts === last[at].facts);
  const write = (): void => {
    clearTimeout(timer);
    const next = pendingOf(imports.getState().items);
    if (isSame(next)) return;
    last = next;
    place.keep(next);
  };
  imports.subscribe(({ progress }) => {
    // What the reader says is kept as it is said.
    if (progress === null) return write();
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  write();
  // Within the pause the window may close.
  window.addEventListener('pagehide', write);
};
