import type { Role } from '../../report';

/** The part of the reports whose wording is looked at. */
export interface WordingPart {
  readonly id: 'all' | 'review' | 'plan';
  readonly label: string;
  /** Undefined for the whole text. */
  readonly roles: readonly Role[] | undefined;
}

export const WORDING_PARTS: readonly WordingPart[] = [
  { id: 'all', label: '全文', roles: undefined },
  { id: 'review', label: '回顾', roles: ['review', 'five-year'] },
  { id: 'plan', label: '部署', roles: ['requirements', 'principles', 'targets', 'plan', 'livelihood'] },
];
