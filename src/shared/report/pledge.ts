import type { Verdict } from './commitment';
import type { Range } from './range';
import type { Period } from './vocabulary';

/** What a promise in words is about: 项目, 制度, 称号, 改革, 活动, 同步. */
export const PLEDGE_KINDS = ['project', 'law', 'title', 'reform', 'event', 'sync'] as const;

export type PledgeKind = (typeof PLEDGE_KINDS)[number];

/** The words the interface uses for a kind of pledge. */
export const PLEDGE_KIND_LABELS: Readonly<Record<PledgeKind, string>> = {
  project: '项目',
  law: '制度',
  title: '称号',
  reform: '改革',
  event: '活动',
  sync: '同步',
};

/** How far a thing is or is promised to be, in the order of a project's life; then of rules, titles and reforms. */
export const STAGES = [
  'planning',
  'preparation',
  'started',
  'underway',
  'structure',
  'built',
  'in-use',
  'drafted',
  'issued',
  'applied',
  'approved',
  'awarded',
  'completed',
  'level',
] as const;

export type Stage = (typeof STAGES)[number];

/** The stages of what is built, in their order; a paper or a title has others (出台, 创成). */
export const BUILDING_STAGES: readonly Stage[] = [
  'planning',
  'preparation',
  'started',
  'underway',
  'structure',
  'built',
  'in-use',
];

/** The words the interface uses for a stage. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  planning: '谋划',
  preparation: '前期',
  started: '开工',
  underway: '推进',
  structure: '主体完工',
  built: '建成',
  'in-use': '投用',
  drafted: '起草',
  issued: '出台',
  applied: '申报',
  approved: '获批',
  awarded: '创成',
  completed: '完成',
  level: '同步',
};

/** 事项: a promise in words that can be checked, as a plan makes it. */
export interface Pledge {
  /** `<report>:p<start in the clean text>`, unique in a library. */
  readonly id: string;
  readonly report: string;
  readonly kind: PledgeKind;
  /** What is promised, as the text names it. */
  readonly object: string;
  /** What is to come of it. */
  readonly stage: Stage;
  /** By when; the year of the plan where nothing else is said, null where no year is known. */
  readonly due: Period | null;
  /** The very words, in the clean text. */
  readonly range: Range;
}

/** Where a later report speaks of a pledge, and how far it says the thing is. */
export interface PledgeResult {
  readonly report: string;
  /** In the clean text of that report. */
  readonly range: Range;
  readonly stage: Stage | null;
  /** The second figure of a 同步 pledge, in the same report. */
  readonly other?: Range;
}

/** A pledge traced to what the next report of the same place says of it. */
export interface TracedPledge {
  readonly id: string;
  readonly pledge: Pledge;
  readonly result: PledgeResult | null;
  /** `no-value` is 无法判断 here: it is spoken of, and how far it is cannot be told. */
  readonly verdict: Verdict;
  /** False where object or stage is not plain and the reader is asked (待确认). */
  readonly sure: boolean;
  /** Where the next plan makes the same promise again (再次列入), or null. */
  readonly repeated: { readonly report: string; readonly range: Range } | null;
  /** Under which other name it was found and why that is the same, as a Chinese sentence; null where the name is one. */
  readonly alias: string | null;
  /** A Chinese sentence: what was promised, what is told. */
  readonly reason: string;
}

/** The words for the verdict on a pledge. */
export const PLEDGE_VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  met: '完成',
  missed: '未完成',
  partly: '部分完成',
  'not-mentioned': '未提及',
  'different-scope': '口径不同',
  'no-value': '无法判断',
  'report-missing': '报告缺失',
};
