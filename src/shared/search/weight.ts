import type { ParagraphKind, Role } from '../report';
import type { Passage } from './passage';

/** The order in which facets show kinds of paragraph. */
export const KINDS = [
  'title',
  'heading',
  'prose',
  'item',
  'tile',
  'byline',
] as const satisfies readonly ParagraphKind[];

export const KIND_LABELS: Readonly<Record<ParagraphKind, string>> = {
  title: '标题',
  heading: '小标题',
  prose: '正文',
  item: '条目',
  tile: '图块',
  byline: '署名行',
};

/** What a section says about the reader's first question: what is aimed at, what is planned, what was done. */
const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  targets: 60,
  plan: 50,
  livelihood: 50,
  review: 50,
  'five-year': 45,
  requirements: 40,
  principles: 40,
  front: 30,
  closing: 30,
  credits: 0,
};

const KIND_WEIGHT: Readonly<Record<ParagraphKind, number>> = {
  title: 45,
  heading: 45,
  prose: 10,
  item: 10,
  tile: 5,
  byline: 0,
};

/** 0 to 105: headings first, then targets, plans and results; names of reporters last. */
export const passageWeight = ({ role, kind }: Pick<Passage, 'role' | 'kind'>): number =>
  kind === 'byline' ? 0 : ROLE_WEIGHT[role] + (role === 'credits' ? 0 : KIND_WEIGHT[kind]);
