/** The policy domains (领域), in the order the reader shows them. */
export const TOPICS = [
  '综合经济',
  '科技创新',
  '产业发展',
  '投资与项目',
  '消费与内需',
  '港航物流与开放',
  '改革与营商环境',
  '农业农村',
  '城市建设',
  '民生保障',
  '文化旅游',
  '生态环保',
  '安全与治理',
  '政府自身建设',
  '其他',
] as const;

export type Topic = (typeof TOPICS)[number];

/** What a section is for. */
export const ROLES = [
  'front',
  'review',
  'five-year',
  'requirements',
  'principles',
  'targets',
  'plan',
  'livelihood',
  'closing',
  'credits',
] as const;

export type Role = (typeof ROLES)[number];

/** The words the interface uses for a role. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  front: '卷首',
  review: '回顾',
  'five-year': '五年回顾',
  requirements: '总体要求',
  principles: '原则',
  targets: '目标',
  plan: '部署',
  livelihood: '民生实事',
  closing: '结语',
  credits: '署名',
};

/**
 * What kind of text a report is: the full speech, a newspaper's digest, commentary or survey of it, or one of the
 * papers that go with it: the statistical bulletin, the reports on the plan and on the budget.
 */
export const GENRES = ['全文', '摘编', '解读', '综述', '统计公报', '计划报告', '预算报告'] as const;

export type Genre = (typeof GENRES)[number];

/**
 * Tells a survey, which tells a year's highlights: what it says counts, what it leaves out was not left unsaid by a
 * report, and it is not the report on its year.
 */
export const isSurvey = ({ genre }: { readonly genre: Genre }): boolean => genre === '综述';

/**
 * A time period as text: `2024`, `2024-06`, `2024-Q1`, `2024-H1`, `2024-01/11` (January to
 * November) or `2018-2022` (inclusive).
 * SDMX: TIME_PERIOD.
 */
export type Period = string;
