import type { ImportStore } from './import';
import { pendingOf, type PendingItem } from './item';

/** A pause after the last change: an import of a hundred files changes the list hundreds of times. Milliseconds. */
const PAUSE = 300;

/** Where undecided reports outlive the window. */
interface PendingPlace {
  readonly all: () => Promise<readonly PendingItem[]>;
  readonly keep: (items: readonly PendingItem[]) => Promise<void>;
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
    const next = pendingOf(imports.getState().items);
    if (isSame(next)) return;
    last = next;
    void place.keep(next);
  };
  imports.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  write();
  // Within the pause the window may close.
  window.addEventListener('pagehide', write);
};
