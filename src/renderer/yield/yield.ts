/** Work goes on for this long before the page gets its turn: half a frame. Milliseconds. */
const LONGEST = 8;

interface Scheduler {
  readonly yield?: () => Promise<void>;
}

/** Lets the page paint and take keys; comes back as soon as it has. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

/** A function to be awaited between small pieces of long work: it pauses when the work has gone on long enough. */
export const makeTurns = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < LONGEST) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
};
