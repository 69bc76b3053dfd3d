/**
 * The tuned weights of a comparison, each with the case that needs it. All likenesses are 0 to 1; all evidence is in
 * nats: what two passages share, counted by how rare it is.
 */

/** How likeness is counted. */
export const LIKENESS = {
  /** Below this nothing is in common but phrases that every report uses: 加强…建设. */
  floor: 0.1,
  /** So much of a pair's rarity is taken off: 推进, 建设 and 加快 tell nothing of what is pushed or built. */
  common: 1,
  /** What a pair is worth however common it is: two clauses of common words only can still be the same. */
  least: 0.1,
  /** How many clauses of other reports stand behind the two at hand when rarity is judged. */
  prior: 1500,
  /** How far a short passage that lies whole within a long one counts as alike: 平漯周高铁 in a list of projects. */
  containment: 0.35,
  /** 突破…亿元 and 新增…家 say little of what is counted. */
  number: 0.5,
  /** Words that these two passages alone have and hardly another report, worth so much, tell them from all others… */
  nameEvidence: 14,
  /** …and lift their likeness to this, however much stands around them: 古贤水利枢纽. */
  named: 0.46,
} as const;

/** How sure two units must be to pair. */
export const ENOUGH = {
  /** Of one tense, in their place… */
  trust: 0.35,
  /** …in another order than those around them: 创历史新高 is said of anything… */
  crossing: 0.35,
  /** …left over in two sentences, or between two pairs, that belong together. */
  between: 0.15,
  /** A target and its result a year later are not one passage: only the same words pair, or a long likeness. */
  far: { likeness: 0.8, evidence: 20, weight: 24, kinship: 0.1 },
  /** Shorter equal passages than these are formulas, no matter: within one tense in their block, across tenses at all. */
  formula: 5,
  saying: 10,
} as const;

/**
 * How surely two units speak of one matter: a logistic sum. Fitted to candidates of ten pairs of public reports and two of
 * bundled ones that were judged by reading (tests/fixtures/alignment-*.json), so those pairs are no test of it;
 * `sameSubject` and `otherTense` are set by hand.
 */
export const KINSHIP = {
  bias: -3.3,
  /** The part of their matter that both have, and what it is worth: 新建农村公路 and 新建堤防 share a frame only. */
  share: 3,
  matter: 0.46,
  /** Clauses of nothing but frame share no matter and are judged by the rest: 坚持稳中求进工作总基调. */
  none: 0.67,
  /** A short clause may have its words by chance. */
  length: 0.55,
  /** Of a target and its result a year later only what is the same in so many words is one. */
  otherTense: -5,
  /** 第一产业增加值 and 汽车产业增加值. */
  otherSubject: -3,
  /** 固定资产投资 and 固定资产投资, whatever they grew by. */
  sameSubject: 2,
  /** “招商引资突破年”, “重点项目建设突破年”. */
  otherNames: -6.3,
  name: 2.1,
  mostNames: 2,
  /** Headings say in few words what their sections are about. */
  headings: 2.7,
  /** What stands around them: 综合服务中心 for farmers and for firms. */
  context: 2.3,
  /** Somebody else is more like one of them; nobody else is nearly as like. */
  behind: 6.3,
  ahead: 1.5,
  /** In sections that stand side by side. */
  block: 0.7,
  /** At another place of the part that looks back, or ahead; farther than this makes no difference. */
  away: -3.4,
  far: 0.3,
  figures: 0,
} as const;

/**
 * How surely a reader would set two units side by side: the same sum, fitted to pairs that earlier programs made and readers
 * accepted or refused on fourteen pairs of reports (five-fold, AUC 0.84). A pair in doubt is not shown: a row that stands
 * alone misleads less than a wrong one.
 */
export const TRUST = {
  bias: -3.68,
  share: 3.63,
  matter: 0.46,
  none: 1.21,
  length: 0.62,
  sameSubject: 1,
  otherSubject: -2.55,
  otherNames: -5.55,
  name: 1.63,
  headings: 0.98,
  block: 0.07,
  context: 8.21,
  away: -4.64,
  /** Both state a figure: 粮食总产量4.46万吨 and 粮食总产183.7亿斤. */
  figures: 1.01,
} as const;

/** How one candidate is preferred to another, beside its kinship. */
/**
 * How surely a pair is one now that its neighbours are paired: a logistic sum fitted to the rows of `TRUST` and to those of
 * eight pairs of reports more (tests/fixtures/alignment-rows.json); `alike` is set by hand. At `enough` 8 of 100 partners an editor
 * names are not shown, and three of four pairs a reader refuses.
 */
export const COMPANY = {
  bias: -1.16,
  /** The part of the lesser matter that the greater has too: 现代物流体系 in a longer clause. */
  contained: 1.36,
  /** What both share, frame and all, in nats. */
  evidence: 0.58,
  /** Likeness beyond so much: 高质量完成国企改革深化提升行动 is frame but for two characters. */
  alike: 3,
  alikeFrom: 0.5,
  /** Each pair of characters that hardly a report knows: 平漯周高铁. */
  rare: 0.36,
  mostRare: 4,
  /** Both state a figure; each quoted name both have. */
  figures: 0.25,
  name: 0.76,
  mostNames: 2,
  /** The odds of what was thought of the two before. */
  trust: 0.89,
  certain: 0.9999,
  /** Each neighbour that is paired with a neighbour… */
  beside: 0.51,
  mostBeside: 3,
  /** …and one of the same two sentences. */
  sentence: 0.3,
  /** Elsewhere than the passages around it: 生态环境关系人民福祉, 就业关系人民福祉. */
  moved: -0.72,
  /** 经济增长6%左右, 规模工业增加值增长6.5%以上. */
  otherSubject: -2,
  enough: 2.2,
} as const;

export const RANK = {
  /** An infographic's tile repeats a figure of the text beside it; the text has the first claim to a counterpart. */
  tile: 0.35,
  /** A heading meets a clause only where both say the same: 扮靓新区“门户”. */
  otherKind: 0.15,
  otherKindLeast: 0.65,
  /** In parts of one role: last year's result belongs to last year's, not to that of five years. */
  role: 0.08,
  /** Equal passages before nearly equal ones. */
  equal: 0.3,
} as const;

/** How sections are set side by side. */
export const SECTIONS = {
  /** What alike headings weigh beside alike contents. */
  heading: 0.6,
  /** Clauses that find their best counterpart in the other section; a lower likeness would be chance. */
  content: 0.7,
  telling: 0.4,
  /** A section with less matched text than this proves little by it. */
  weight: 40,
  /** What the parser's own reading of a section is worth: its topic, its role. */
  topic: 0.45,
  role: 0.3,
  /** Sections at about the same place in their reports. */
  place: 0.08,
  /** Less alike than this, two sections do not belong together although nothing better is left for either. */
  pair: 0.25,
  join: 0.18,
  /** Sections of other topics need so much of their matched text in common, and so much in characters. */
  otherTopic: 0.25,
  otherTopicWeight: 20,
  /** One report cuts in four what the other has in one: blocks with so much of their matched text in common are one… */
  merge: 0.3,
  /** …if it is more than this, in characters. */
  mergeWeight: 90,
  /** Sections with so much of their matched text in each other are one section in two reports. */
  close: 0.5,
  /** Headings of sections with so much in common belong together, whatever their words. */
  headings: 0.45,
  headingsWeight: 60,
} as const;

/** How clauses are joined into rows; weights in characters that carry meaning. */
export const ROWS = {
  /** The part of a sentence that must have found its counterpart for the rest to stay with it. */
  majority: 0.5,
  /** How alike a clause must be to what its neighbour was paired with to go with it. */
  alike: 0.33,
  /** A sentence as short as this is one statement: a sure pair holds it whole. */
  short: 45,
  sure: 0.45,
  /** Longer sentences are shown in parts: a row should be read at a glance. */
  longest: 100,
} as const;
