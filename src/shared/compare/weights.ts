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
  /** …as does a quoted name that no more passages have than this (“四风”, “双高计划”)… */
  nameTimes: 5,
  /** …and lift their likeness to this, however much stands around them: 古贤水利枢纽. */
  named: 0.46,
  /** Two passages with quoted names of which none is alike: “招商引资突破年”活动, “重点项目建设突破年”活动. */
  otherName: 0.6,
} as const;

/** How alike two units must be to pair, and what being near is worth when two candidates compete. */
export const NEARNESS = {
  /** In sections that stand side by side. */
  block: { least: 0.27, bonus: 0.16, evidence: 3, weight: 0 },
  /** In the same tense: what was done, or what will be. 5 keeps 强化社会治理 from 建设现代化社会治理体系. */
  tense: { least: 0.42, bonus: 0, evidence: 5, weight: 5 },
  /** A target and its result a year later are not one passage: only the same words pair, or a long likeness. */
  far: { least: 0.8, bonus: -0.2, evidence: 20, weight: 24 },
  /** Much in common makes up for likeness: a clause beside a long one that holds it. So much less is enough… */
  leniency: 0.1,
  /** …where the evidence is this. */
  ample: 20,
  /** So alike, common words are evidence enough: 着力推动高质量发展, 扎实推进高质量发展. */
  sure: 0.6,
} as const;

/** How one candidate is preferred to another. */
export const RANK = {
  /** What shared words are worth beside likeness: a long right partner beats a short near one. */
  evidence: 0.2,
  /** Evidence from which more makes no difference. */
  enough: 60,
  /** An infographic's tile repeats a figure of the text beside it; the text has the first claim to a counterpart. */
  tile: 0.35,
  /** A heading meets a clause only where both say the same: 扮靓新区“门户”. */
  otherKind: 0.15,
  otherKindLeast: 0.65,
  /** In parts of one role: last year's result belongs to last year's, not to that of five years. */
  role: 0.08,
  /** Equal passages before nearly equal ones. */
  equal: 0.01,
} as const;

/** A pair in another order than those around it must be surer than one in its place: 创历史新高 is said of anything. */
export const CROSSING = { likeness: 0.33 } as const;

/** Between two pairs that hold, a weaker likeness is enough. */
export const BETWEEN = { likeness: 0.185, evidence: 8 } as const;

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
