import type { Contract, FromWorker, MethodName, ToWorker } from './contract';

/** What a method has at hand beside its question. */
export interface CallContext<Progress> {
  /** Aborted when the page gives the call up; it can only be seen between two tasks of the worker. */
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
}

/** An answer whose buffers are handed over instead of copied. */
export class HandedOver<Answer> {
  constructor(
    readonly answer: Answer,
    readonly transfer: Transferable[],
  ) {}
}

type Outcome<Answer> = Answer | HandedOver<Answer>;

/** What a worker does for each method; a call of which nothing comes must throw, and its caller is told. */
export type Methods<C extends Contract> = {
  readonly [M in MethodName<C>]: (
    request: C[M]['request'],
    context: CallContext<C[M]['progress']>,
  ) => Outcome<C[M]['answer']> | Promise<Outcome<C[M]['answer']>>;
};

/** The part of a worker's global scope that is needed. */
export interface WorkerScope {
  postMessage(message: FromWorker, options?: { readonly transfer?: Transferable[] }): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
}

const detailOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Answers the calls of a port; `started` is said first. */
export const serve = <C extends Contract>(scope: WorkerScope, methods: Methods<C>): void => {
  const running = new Map<number, AbortController>();
  const run = async ({ id, method, request }: ToWorker & { kind: 'call' }): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      // The page's port only asks for what the contract has.
      const work = methods[method as MethodName<C>];
      const tell = (value: unknown): void => {
        if (!controller.signal.aborted) scope.postMessage({ kind: 'progress', id, value });
      };
      const outcome = await work(request, { signal: controller.signal, tell });
      const isHandedOver = outcome instanceof HandedOver;
      const value: unknown = isHandedOver ? outcome.answer : outcome;
      scope.postMessage({ kind: 'answer', id, value }, isHandedOver ? { transfer: outcome.transfer } : {});
    } catch (error) {
      scope.postMessage({ kind: 'failed', id, detail: detailOf(error) });
    } finally {
      running.delete(id);
    }
  };
  scope.onmessage = ({ data }) => {
    if (data.kind === 'call') void run(data);
    else running.get(data.id)?.abort();
  };
  scope.postMessage({ kind: 'started' });
};

/** Makes this worker answer the calls of its page. */
export const serveHere = <C extends Contract>(methods: Methods<C>): void =>
  serve(self as unknown as WorkerScope, methods);
