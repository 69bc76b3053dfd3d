import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import type { Contract, FromWorker, MethodName, ToWorker } from './contract';

/** The part of a Worker that a port needs. */
export interface WorkerEnd {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
}

/** A worker of the page as a port uses it. */
export const workerEnd = (worker: Worker): WorkerEnd => worker as unknown as WorkerEnd;

/** Why a call has no answer: it was given up, the worker broke, its script did not load, its code threw. */
export type CallProblem = 'cancelled' | 'crashed' | 'not-loaded' | 'threw';

export interface PortOptions<C extends Contract> {
  /** Starts the worker; called with the first call unless `begin` came before, and with the first one after a crash. */
  readonly start: () => WorkerEnd;
  /** Words the fault of a call without an answer. */
  readonly explain: (problem: CallProblem, call: PendingCall<C>, detail: string) => Fault;
  /** Calls with the worker at a time; the rest wait here, where an urgent one can overtake them. No limit unless told. */
  readonly inHand?: number;
  /** Called after each start but the first: what the lost worker knew has to be told anew. */
  readonly onRestart?: () => void;
}

export interface PendingCall<C extends Contract> {
  readonly method: MethodName<C>;
  readonly request: unknown;
}

export interface CallOptions<Progress> {
  /** Gives the call up: its result is a fault at once, and the worker is told. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Handed over instead of copied. */
  readonly transfer?: Transferable[];
  /** Goes before the calls that wait. */
  readonly urgent?: boolean;
}

/** The page's end of one worker. */
export interface Port<C extends Contract> {
  /** Asks; never rejects. */
  call<M extends MethodName<C>>(
    method: M,
    request: C[M]['request'],
    options?: CallOptions<C[M]['progress']>,
  ): Promise<Result<C[M]['answer']>>;
  /** Starts the worker ahead of the first call, where it does not run yet. */
  begin(): void;
  /** Ends the worker and gives up all calls; the next call starts a new one. */
  end(): void;
}

interface Call<C extends Contract> extends PendingCall<C> {
  readonly id: number;
  readonly transfer: Transferable[];
  readonly onProgress: (value: unknown) => void;
  readonly settle: (result: Result<unknown>) => void;
}

/** The calls of one worker, and the worker while there is one. */
class Calls<C extends Contract> {
  readonly #options: PortOptions<C>;
  readonly #sent = new Map<number, Call<C>>();
  #waiting: Call<C>[] = [];
  #worker: WorkerEnd | null = null;
  #started = false;
  #starts = 0;
  #lastId = 0;

  constructor(options: PortOptions<C>) {
    this.#options = options;
  }

  nextId(): number {
    return (this.#lastId += 1);
  }

  fail(call: Call<C>, problem: CallProblem, detail = ''): void {
    call.settle(fail(this.#options.explain(problem, call, detail)));
  }

  add(call: Call<C>, urgent: boolean): void {
    this.begin();
    if (urgent) this.#waiting.unshift(call);
    else this.#waiting.push(call);
    this.#send();
  }

  giveUp(call: Call<C>): void {
    const isWaiting = this.#waiting.includes(call);
    this.#waiting = this.#waiting.filter((other) => other !== call);
    if (!isWaiting && !this.#sent.has(call.id)) return;
    // In hand it stays counted until the worker says that it has ended.
    if (!isWaiting) this.#worker?.postMessage({ kind: 'cancel', id: call.id }, []);
    this.fail(call, 'cancelled');
  }

  end(): void {
    for (const call of this.#drop(true)) this.fail(call, 'cancelled');
  }

  begin(): void {
    if (this.#worker) return;
    const made = this.#options.start();
    this.#worker = made;
    this.#starts += 1;
    made.onmessage = ({ data }) => {
      if (this.#worker === made) this.#read(data);
    };
    made.onerror = ({ message }) => this.#onBroken(made, message);
    made.onmessageerror = () => this.#onBroken(made, 'a message could not be read');
    if (this.#starts > 1) this.#restart();
  }

  /** What the lost worker knew is told before the calls that wait. */
  #restart(): void {
    const behind = this.#waiting.splice(0);
    this.#options.onRestart?.();
    this.#waiting.push(...behind);
  }

  #send(): void {
    const { inHand = Infinity } = this.#options;
    while (this.#worker && this.#started && this.#sent.size < inHand) {
      const call = this.#waiting.shift();
      if (!call) return;
      const { id, method, request, transfer } = call;
      this.#sent.set(id, call);
      try {
        this.#worker.postMessage({ kind: 'call', id, method, request }, transfer);
      } catch (error) {
        // What cannot be copied must not leave its caller without an end.
        this.#sent.delete(id);
        this.fail(call, 'threw', String(error));
      }
    }
  }

  #read(message: FromWorker): void {
    if (message.kind === 'progress') return this.#sent.get(message.id)?.onProgress(message.value);
    if (message.kind === 'started') this.#started = true;
    else this.#settle(message);
    this.#send();
  }

  #settle(message: FromWorker & { kind: 'answer' | 'failed' }): void {
    const call = this.#sent.get(message.id);
    this.#sent.delete(message.id);
    if (!call) return;
    if (message.kind === 'answer') call.settle(succeed(message.value));
    else this.fail(call, 'threw', message.detail);
  }

  /**
   * A worker that broke may have lost what it knew, so what it had in hand fails and the rest gets a new one. One whose
   * script did not load would not load again either.
   */
  #onBroken(worker: WorkerEnd, detail: string): void {
    if (this.#worker !== worker) return;
    const problem = this.#started ? 'crashed' : 'not-loaded';
    for (const call of this.#drop(!this.#started)) this.fail(call, problem, detail);
    if (this.#waiting.length > 0) this.begin();
  }

  /** Ends the worker; the calls it had in hand are returned, on request with those that wait. */
  #drop(all: boolean): readonly Call<C>[] {
    const lost = [...this.#sent.values(), ...(all ? this.#waiting.splice(0) : [])];
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = false;
    this.#sent.clear();
    return lost;
  }
}

/** Makes the page's end of a worker: typed calls, progress, cancelling, and a new worker after a crash. */
export const createPort = <C extends Contract>(options: PortOptions<C>): Port<C> => {
  const calls = new Calls<C>(options);
  const call: Port<C>['call'] = (
    method,
    request,
    { signal, onProgress, transfer = [], urgent = false } = {},
  ) =>
    new Promise((resolve) => {
      const onAbort = (): void => calls.giveUp(made);
      const made: Call<C> = {
        id: calls.nextId(),
        method,
        request,
        transfer,
        onProgress: (value) => onProgress?.(value),
        settle: (result) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(result);
        },
      };
      if (signal?.aborted) return calls.fail(made, 'cancelled');
      signal?.addEventListener('abort', onAbort);
      calls.add(made, urgent);
    });
  return { call, begin: () => calls.begin(), end: () => calls.end() };
};
