import type {
  CompareOptions,
  Comparison,
  ManyComparison,
  ManyOptions,
  Wording,
  WordingOptions,
} from '../../shared/compare';
import type { Report } from '../../shared/report';

/** What can be asked of the worker, and what each question is answered with. */
export interface CompareKinds {
  readonly pair: { readonly options: CompareOptions; readonly answer: Comparison };
  readonly many: { readonly options: ManyOptions; readonly answer: ManyComparison };
  readonly wording: { readonly options: Omit<WordingOptions, 'others'>; readonly answer: Wording };
}

export type CompareKind = keyof CompareKinds;

/** A question about `reports`; `others` are looked at but not compared. */
export type CompareQuestion<Kind extends CompareKind = CompareKind> = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly reports: readonly Report[];
    readonly others?: readonly Report[];
    readonly options: CompareKinds[K]['options'];
  };
}[Kind];

export interface CompareRequest {
  readonly id: number;
  readonly question: CompareQuestion;
}

export interface CompareReply {
  readonly id: number;
  readonly answer: CompareKinds[CompareKind]['answer'] | null;
}
