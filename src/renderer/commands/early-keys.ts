import type { CommandId, CommandSpec } from '../../shared/commands';

/** Keys that mean nothing to the page itself: what comes of them may come late. Enter, Escape, Tab and arrows may not. */
const HELD = /^(?:Shift\+)?(?:[A-Z]|\d|\?|F\d+)$/;

/** So long a key waits for somebody to answer it, and so long after the program is whole keys may still wait. Milliseconds. */
const PATIENCE = 1_000;

/** Keys that come while a text is shown but not yet all that serves it. */
export interface EarlyKeys {
  /** Keeps a key that nobody has answered; nothing once the program has been whole for a while. */
  readonly hold: (combo: string, wanted: readonly CommandSpec[]) => void;
  /** Offers the kept keys again, in their order, up to the first that still nobody answers. */
  readonly offer: (run: (id: CommandId) => boolean) => void;
}

/** Keeps keys until `whole` has been settled for a second; from the start where there is nothing to wait for, none. */
export const createEarlyKeys = (whole: Promise<unknown> | null): EarlyKeys => {
  let waiting: readonly { readonly wanted: readonly CommandSpec[]; readonly until: number }[] = [];
  let early = whole !== null;
  const settled = (): unknown => setTimeout(() => (early = false), PATIENCE);
  void whole?.then(settled, settled);
  return {
    hold: (combo, wanted) => {
      if (early && wanted.length > 0 && HELD.test(combo))
        waiting = [...waiting, { wanted, until: performance.now() + PATIENCE }];
    },
    offer: (run) => {
      waiting = waiting.filter(({ until }) => until > performance.now());
      while (waiting[0]?.wanted.some(({ id }) => run(id))) waiting = waiting.slice(1);
    },
  };
};
