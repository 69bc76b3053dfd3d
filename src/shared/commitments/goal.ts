import type { Observation, Report } from '../report';
import { isSize } from './size';

/** Words by which a plan says that something is to be done or reached. */
const AIMS =
  /力争|确保|争取|努力|要|将|计划|拟|预期|目标|安排|年[内底末]|全年|今年|20\d\d年|达到|控制|稳定|保持|完成|实现|实施|新|建设|建成|改造|培育|打造|创建|引[进入]|推[进动]|治理|开展|培训|招|发展|增长|[下压]降|降低|提高|突破|淘汰|压[减缩]|整治|修复|抓好|办好|扶持|解决|开工|投产|支持|提升|扩大|筹集|设立|申报|争创|举办|盘活|造林|再|启动/;

/** In the words of its clause before a number: a condition, a result, a stock, what is acted on, a part of something. */
const NO_GOAL_CLAUSE =
  /(?:^|[，、：])(?:聚焦|围绕|依托|发挥|利用|覆盖|服务|涉及|现有|剩余|其余|支持|指导|优化|规划|[与同和把将向从以在]|(?:加强|进一步加强)?对)[^，、]{0,16}$|(?:^|[，：])(?:加强)?(?:对|指导|支持)[^，]{0,24}$|已(?:建成|经|完成|累计|精简|取消|达|由)|(?<!目标|任务|指标|要求)是[^，：]{0,12}$|接近$|相当于|可(?:使|减轻|带动|节约|吸纳|实现|新增)|使[^，]{0,10}(?:减轻|得到|受益)|比(?:去|上|前|当|19|20)[^，]{0,12}$|比[现原][^，]{0,8}$|按[^，]{0,10}$|还有|仍有|缺|[且拥具共现]有$|(?:^|，)有$|总投资[^，]{0,12}$|^\s*[[［（(]?\d{1,2}[\]］)）]/;
/** A level with its yearly growth is told of years gone by as often as it is aimed at. */
const OVER_YEARS = /^[^，。；]{0,4}，年均(?:增长|递增)/;
/** From A to B is a result as often as a goal. */
const FROM_TO =
  /由[^。；]{0,30}(?:下降|降低?|上升|升|提高|增加|增长?|减少?|压缩|缩短|发展|扩大)(?:到|至|为)[^，。；]{0,14}$|由[^，。；]{0,16}$/;
/** In the sentence before a number: several years, a condition, a rate for each, an estimate. */
const NO_GOAL_SENTENCE =
  /(?:今后|未来)[^。]{0,8}(?:时期|年)|[三五十]年[内间]|“[一二三]?[六七八九十][一二三四五]?五?五”|本世纪|“[^”]+”[:：即]|是指|只要|如果|若[干是]|凡|一旦|每\d|平均每|每年可|测算|年(?:相)?比较?，|目前|现有|以来|年来|年共|年累计|(?:基本|已经?)(?:结束|完成)，|形成了|(?:加快|促进|扩大|完善|改善|推动|加强|增强)了|今年\d{1,2}月?[到至—-]\d{1,2}月|包括[^，。；]{2,60}等$/;
/** What follows the number of a condition (过百万元的, 30%以下“空心村”), of a paper (25条措施), of the head of a list (1项：…), of a complaint, of another number (6个乡镇9个村). */
const NO_GOAL_AFTER =
  /^[^，。；、\d]{1,4}\d|^.{0,4}?(?:(?:以[上下内])?(?:的[^，。；]|[:：])|以[上下内][“一-龥]|(?:措施|意见|政策))|^[^，。；]{0,8}(?:没有|未能|尚未)|^[^。]{0,30}(?:标志着|意味着|说明|审议)/;
/** Units of money, of power and of ground that stand before a thing measure it: 100万元人才发展基金. */
const MEASURES = /^(?:[十百千万亿]*)(?:元|美元|千瓦|兆瓦|千伏安|千伏|吨|平方公里|蒸吨)$/;
/** A name that is no thing's: words of a clause stand for it (经过认真比较…, 在确保质量的前提下). */
const NO_NAME =
  /^(?:经过|通过|由于|为了|随着|在|对|把|将|按|从|使|我们|比|结果|前|达到|由|一律|加上|先后|已)|前提下|已经|(?:[和与、]|先后|力求|[〇零一二三四五六七八九十百千万亿]{3})$/;

interface Words {
  /** Of the sentence before the number, and of its stretch since the last 分号. */
  readonly sentence: string;
  readonly clause: string;
  /** After the number and its unit. */
  readonly after: string;
}

function wordsAround({ clean }: Report, { range, unit }: Observation): Words {
  const sentence =
    clean
      .slice(Math.max(0, range.start - REACH), range.start)
      .split(/[。\n]/)
      .at(-1) ?? '';
  const rest = clean.slice(range.end, range.end + AHEAD);
  const after = rest.startsWith(unit) ? rest.slice(unit.length) : rest;
  return { sentence, clause: sentence.split(/[；;]/).at(-1) ?? '', after };
}

/** How far a sentence is looked through, back and on, and how far back a clause. */
const REACH = 160;
const AHEAD = 36;
const NEAR = 60;

/** Tells whether nothing around a number says that it may be no goal of one year, so that a verdict on it may be sure. */
export function isPlainGoal(report: Report, target: Observation): boolean {
  const { sentence, clause, after } = wordsAround(report, target);
  const isMeasure =
    MEASURES.test(target.unit) && /^[一-龥“]/.test(after) && !/^(?:以[上下内]|左右)/.test(after);
  return (
    !isMeasure &&
    !NO_GOAL_CLAUSE.test(clause.slice(-NEAR)) &&
    !FROM_TO.test(clause) &&
    !OVER_YEARS.test(after) &&
    !NO_GOAL_SENTENCE.test(sentence) &&
    !NO_GOAL_AFTER.test(after) &&
    !NO_NAME.test(target.name) &&
    !isSize(report.clean, target)
  );
}

/** Tells whether the sentence of a number says that something is to be done or reached. */
export function saysAim(report: Report, target: Observation): boolean {
  const { sentence, after } = wordsAround(report, target);
  return AIMS.test(sentence + after);
}
