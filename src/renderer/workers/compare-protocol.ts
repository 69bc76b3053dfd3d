import type {
  CompareOptions,
  Comparison,
  ManyComparison,
  ManyOptions,
  Wording,
  WordingOptions,
} from '../../shared/compare';
import type { Threads } from '../../shared/commitments';
import type { Report } from '../../shared/report';

/** Reports to compare; `others` are looked at but not compared. */
interface Question<Options> {
  readonly reports: readonly Report[];
  readonly others?: readonly Report[];
  readonly options: Options;
}

/** What can be asked of the worker of comparisons, and what each question is answered with. */
export type CompareContract = {
  readonly pair: { readonly request: Question<CompareOptions>; readonly answer: Comparison };
  readonly many: { readonly request: Question<ManyOptions>; readonly answer: ManyComparison };
  readonly wording: { readonly request: Question<Omit<WordingOptions, 'others'>>; readonly answer: Wording };
  readonly threads: { readonly request: Question<Readonly<Record<string, never>>>; readonly answer: Threads };
};

export type CompareKind = keyof CompareContract;

/** A question with its kind. */
export type CompareQuestion<Kind extends CompareKind = CompareKind> = {
  readonly [K in Kind]: { readonly kind: K } & CompareContract[K]['request'];
}[Kind];
