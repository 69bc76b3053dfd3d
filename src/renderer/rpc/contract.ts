/** One thing a worker can be asked: the question, its answer, and what is told while it is worked on. */
export interface Method {
  readonly request: unknown;
  readonly answer: unknown;
  /** Left out where nothing is told meanwhile. */
  readonly progress?: unknown;
}

/** Everything a worker can be asked, by name; all of it plain data, posted as it is. */
export type Contract = Readonly<Record<string, Method>>;

export type MethodName<C extends Contract> = keyof C & string;

/** What the page posts. */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly request: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** What a worker posts: `started` once its script has run, then answers in any order. */
export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** The worker's code threw; it can be asked again. */
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
