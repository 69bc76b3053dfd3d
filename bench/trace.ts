import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Begin on the clock, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest task of any page's main thread while something is done, as time on the processor in ms: on a machine that
 * others use too, time on the clock also counts the others. Loading the program itself is not counted here; the
 * bench of the start-up does that.
 */
export const longestTask = async (page: Page, work: () => Promise<unknown>): Promise<number> => {
  const browser = page.context().browser();
  if (!browser) throw new Error('The browser cannot be traced.');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'v8'] } });
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mains = new Set(
    events
      .filter(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const onMain = events.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const loads = onMain.filter(({ name }) => name === 'v8.evaluateModule');
  const tasks = onMain.filter(
    ({ name, pid, ts, dur = 0 }) =>
      /RunTask$/.test(name) &&
      !loads.some((load) => load.pid === pid && load.ts >= ts && load.ts <= ts + dur),
  );
  if (tasks.length === 0) throw new Error('The trace names no tasks.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
};
