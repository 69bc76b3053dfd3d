import { shorten, splitVerb, trimWords } from './subject';

/** What a sentence has spoken of so far, clause by clause. */
export interface Memory {
  /** The noun that attributes (总投资, 占比) belong to. */
  topic: string;
  /** The name that follow-on numbers (增长27.5%) take. */
  current: string;
  /** The verb that items of one list share (新认定…2家、…1家). */
  verb: string;
  /** Names of the last numbers, for 分别 in a clause of its own. */
  recent: readonly string[];
  /** The last number said to grow, by its name: 增长7%以上、力争达到8% goes on about growth. */
  grown: string;
  /** Where the clause that named `current` begins. */
  since: number;
}

export const emptyMemory = (): Memory => ({
  topic: '',
  current: '',
  verb: '',
  recent: [],
  grown: '',
  since: 0,
});

/** A name without the verbs at its head. */
export const bare = (name: string): string =>
  (splitVerb(name).noun || name).replace(
    /(?<=.{3})(?:已|全部)?(?:新增|净增|新?开工(?:建设)?|基本建成|建成|竣工|(?<!建设)(?<!培育)投产)$/,
    '',
  );

/** Verbs that hold for every item of a list; 新开工 holds for its own item only. */
const LISTING =
  /^(?:新开工改造|开工改造|新开工建设|新增|新建|改建|扩建|改扩建|新改扩建|新改建|新建改扩建|建成|新建成|培育|新培育|认定|新认定|创建|创成|新创建|新创成|打造|改造|新引进|引进|新修|安装|获评|获批|入选|累计|办理|制定|修订|排查|救助|发放|开通|新开通|增加|增设|拆除|派驻|遴选|筹建|建设|整治|治理|发展|种植)+$/;

/** Remembers names just given, so that later numbers can follow on; attributes leave the topic as it is. */
export function remember(memory: Memory, names: readonly string[], listed: boolean, since: number): void {
  const last = names.at(-1) ?? '';
  const isAttribute = memory.topic !== '' && last !== memory.topic && last.startsWith(bare(memory.topic));
  if (!isAttribute) memory.topic = last;
  memory.current = last;
  const { verb } = splitVerb(last);
  memory.verb = LISTING.test(verb) ? verb : verb === '' && listed ? memory.verb : '';
  memory.recent = [...memory.recent, ...names].slice(-6);
  memory.since = since;
}

/** Kinds of which new ones are told and all there are: listed after one another they share a verb. */
const KINDS = /(?:企业|人才|主体|平台|基地|实验室|合作社)$/;
/** Words that tell of all there are. */
const STOCK = /(?:达|到|突破|超过|总|累计|共|现有|拥有|保持|占)/;

/** 新增技能人才32.2万人，高技能人才9.5万人: after a comma only a thing of the same kind shares the verb. */
export const sharesVerb = (memory: Memory, noun: string, left: string): boolean =>
  memory.verb !== '' &&
  noun.length >= 4 &&
  (memory.current.endsWith(noun.slice(-4)) ||
    (KINDS.test(noun) && KINDS.test(memory.current) && !STOCK.test(left)));

/** 累计救助916人次: what was done is told, and is the name where nothing was named before. */
export const OWN_TOTAL = /^累计.{2}/;
const NOTHING = { verb: '', noun: '' };

/** A number without words of its own takes the name before it, under its own verb (建成交付3.69万套). */
export function followOn(verb: string, memory: Memory, fallback: string): string {
  if (memory.current) return verb ? verb + bare(memory.current) : memory.current;
  const { verb: kept, noun } = OWN_TOTAL.test(verb) ? NOTHING : shorten(trimWords(fallback));
  memory.current = (verb || kept) + noun;
  memory.topic = noun;
  return memory.current;
}
