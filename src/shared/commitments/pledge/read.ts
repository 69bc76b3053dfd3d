import type { Observation, Pledge, PledgeKind, Period, Range, Report, Stage } from '../../report';
import { endYear } from '../../figures/series/series';
import { isSize } from '../size';
import { isToldBackAt } from '../where';
import { piecesOf, STOPS, type TextPiece } from './clauses';
import { objectsIn } from './list';
import { isFindable, isOf, kindOf } from './object';
import { isSpecific } from './specific';
import { PLEDGE_ROWS } from './pledge-rows';
import { syncOf } from './sync-rows';

const PLANS = new Set(['plan', 'targets', 'livelihood']);

/** The head of the notes at the end of a report, and a note: they explain, they promise nothing. */
const NOTES = /^[*＊]?(?:有关)?(?:名词|名词术语|术语|词语)?(?:解释|注释|注解|说明)[:：]?$/;
const EXPLAINED = /^[【[〔]\d{1,3}[】\]〕]/;

/** Reads what a report promises in words, in reading order; clauses whose promise is a number are left to the numbers. */
export function readPledges(report: Report, targets: readonly Observation[]): readonly Pledge[] {
  const counted = targets.filter((target) => !isSize(report.clean, target)).map(({ range }) => range);
  const seen = new Set<string>();
  const found: Pledge[] = [];
  for (const paragraph of report.paragraphs) {
    const words = report.clean.slice(paragraph.range.start, paragraph.range.end).trim();
    if (NOTES.test(words)) break;
    if (
      EXPLAINED.test(words) ||
      !PLANS.has(report.sections[paragraph.section]?.role ?? '') ||
      ['title', 'heading'].includes(paragraph.kind)
    )
      continue;
    for (let index = paragraph.sentences.start; index < paragraph.sentences.end; index++) {
      const sentence = report.sentences[index]?.range;
      if (!sentence || isToldBackAt(report, sentence.start)) continue;
      for (const pledge of pledgesIn(report, sentence)) {
        const key = `${pledge.object}|${pledge.stage}`;
        if (seen.has(key) || counted.some((range) => meets(range, pledge.range))) continue;
        seen.add(key);
        found.push(pledge);
      }
    }
  }
  return found;
}

const meets = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** What a clause promises, before it is held against the report. */
interface Reading {
  readonly objects: readonly TextPiece[];
  readonly stage: Stage;
}

function pledgesIn(report: Report, sentence: Range): readonly Pledge[] {
  const pledges: Pledge[] = [];
  let last: Pledge | null = null;
  const clauses = piecesOf(report.clean, sentence, STOPS).flatMap(numberedApart).flatMap(verbsApart);
  for (const [index, clause] of clauses.entries()) {
    const sync = syncOf(clause.text);
    if (sync) pledges.push({ ...baseOf(report, clause), kind: 'sync', object: sync.object, stage: 'level' });
    if (sync) continue;
    const bare: Stage | null = last && stageAlone(clause.text);
    if (last && bare) {
      const range: Range = { start: last.range.start, end: clause.range.end };
      pledges[pledges.length - 1] = { ...last, stage: bare, range, due: dueIn(report, clause) };
      last = null;
      continue;
    }
    const found = readClause(clause, COUNTED.test(clauses[index - 1]?.text ?? '')).flatMap((reading) =>
      pledgesOf(report, clause, reading),
    );
    pledges.push(...found);
    last = found.length === 1 ? (found[0] ?? null) : null;
  }
  return pledges;
}

/** （1）易保线大修工程（2）职教中心实训楼建设: a numbered list without a stop between. */
function numberedApart({ text, range }: TextPiece): readonly TextPiece[] {
  const starts = [...text.matchAll(/[（(]\d{1,2}[)）]|[①-⒇]/g)].map(({ index }) => index);
  const cuts = [...new Set([0, ...starts])];
  return cuts.map((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    return { text: text.slice(from, to), range: { start: range.start + from, end: range.start + to } };
  });
}

/** 水利工程1项：万人饮水工程: what is counted stands behind the colon without a verb. */
const COUNTED = /\d+[项个件]$/;

const ENDED =
  /(?<=.{3}(?:投用|投产|投运|投入(?:使用|运行|运营)|通车|开工(?:建设)?|竣工|完工|建成))、(?=[^、]{4,}(?:投用|投产|投运|投入(?:使用|运行|运营)|通车|开工(?:建设)?|竣工|完工|建成|直达|贯通|联通|运营|实施|推进|建设)$)/;

/** 青禾大桥建成通车、青禾路开工建设: two things, each with its own verb. */
function verbsApart(clause: TextPiece): readonly TextPiece[] {
  const at = clause.text.search(ENDED);
  if (at < 0) return [clause];
  const { text, range } = clause;
  return [
    { text: text.slice(0, at), range: { ...range, end: range.start + at } },
    ...verbsApart({ text: text.slice(at + 1), range: { ...range, start: range.start + at + 1 } }),
  ];
}

const baseOf = (report: Report, { text, range }: TextPiece) => ({
  id: `${report.id}:p${String(range.start)}`,
  report: report.id,
  due: dueIn(report, { text, range }),
  range,
});

function pledgesOf(report: Report, clause: TextPiece, { objects, stage }: Reading): readonly Pledge[] {
  return objects.map(({ text, range }) => ({
    ...baseOf(report, clause),
    id: `${report.id}:p${String(range.start)}`,
    kind: kindAt(text, stage),
    object: text,
    stage,
    range: objects.length === 1 ? clause.range : range,
  }));
}

const GRANTED: ReadonlySet<Stage> = new Set<Stage>(['applied', 'approved', 'awarded', 'completed']);
const SOUGHT: ReadonlySet<Stage> = new Set<Stage>(['applied', 'approved', 'awarded']);

/** A work in 《》 is a paper where it is issued or carried out, a show where it is put on. */
const PAPERS: ReadonlySet<Stage> = new Set<Stage>(['issued', 'underway']);

/** 国家高山滑雪训练基地建成 is a thing built; only what is sought or granted is a title. */
function kindAt(object: string, stage: Stage): PledgeKind {
  const kind = /^《/.test(object) && PAPERS.has(stage) ? 'law' : kindOf(object);
  if (kind === 'project' && SOUGHT.has(stage)) return 'title';
  return kind === 'title' && !GRANTED.has(stage) ? 'project' : kind;
}

/** By when a clause says a thing is to be; else the last year of the span its part of the plan is for, or the year of the plan. */
function dueIn(report: Report, { text, range }: TextPiece): Period | null {
  const named = /(\d{4})年/.exec(text)?.[1];
  if (named !== undefined) return named;
  const { plans, year } = report.meta;
  const next = plans[0]?.slice(0, 4) ?? (year === null ? null : String(year));
  const span = spanAround(report, range.start);
  return span === null || next === null || span <= Number(next) ? next : String(span);
}

/** The last year of the span of years that the chapter around an offset is for (“十四五”时期主要目标任务), or null. */
function spanAround({ sections }: Report, at: number): number | null {
  const own = sections.findLast(({ range }) => range.start <= at && at < range.end);
  const chapter = sections.findLast(({ range, level }) => range.start <= at && level === 1);
  const spans = [own, chapter].flatMap((section) => (section?.period?.includes('-') ? [section.period] : []));
  const [period] = spans;
  return period === undefined ? null : endYear(period) || null;
}

/** 年内开工建设, 力争年底投用: a clause that raises the stage of the one before. */
const ALONE =
  /^(?:力争|确保|争取|计划|并)?(?:今年|年内|年底前?|当年|上半年|下半年|\d{1,2}月底?前?|\d{4}年底?前?)*(?:力争|确保|争取|全面|正式|实现|建成|全线|主体)*(?<s>开工建设|开工|动工|启动建设|建成投用|建成通车|投入使用|投入运营|投用|投产|投运|通车|运营|竣工|完工|建成|封顶|完成)$/;

function stageAlone(text: string): Stage | null {
  const words = ALONE.exec(text.trim())?.groups?.s;
  if (words === undefined) return null;
  const row = PLEDGE_ROWS.find(({ pattern }) => pattern.test(`某某某${words}`));
  return row?.stage ?? null;
}

/** 甲、乙等项目: what is summed up as projects is one each, whatever its name ends in. */
const isOneOfProjects = (words: string, object: string): boolean =>
  /、.*等[^、，]{0,10}(?:项目|改造)|.{4}等(?:重点|重大|标志性)+工程$|、.*项目(?!.*(?:清理|规范|整治|排查)$)|、[^、]{4,}规划建设$/.test(
    words.replace(/“[^”]*”/g, ''),
  ) &&
  object.length >= 3 &&
  kindOf(object) !== 'law' &&
  isSpecific(object, 'own');

const OPENING =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）.、．]\s*|[①-⒇]|[一二三四五六七八九十]+是|我们|要|将|尽早|重点(?=抓好|推进|建设|实施|做好)|继续|今年|年内|全年|明年|上半年|下半年|\d{4}年|\d{1,2}月底?前|年底前?|同时|常态化|普遍|逐步(?=打通|推行|取消)|梯次|陆续|分批|全部(?=取消)|率先|紧盯|搞好(?=.{4})|推进(?=建立|实施|开展|组建|成立)|迅速|集中(?:精力|力量)|积极|承接|鼓励|狠抓|高度重视|科学|力促|促使|依法依规|依法|因地制宜|稳妥|配合|支持保障|支持推动|精准(?:辅导|帮扶)|支持[一-龥]{2,3}(?=办好|举办|承办)|同步(?:推进|启动)(?=.{3,40}(?:开工|投用))|全面(?=启动|完成|开工|编制|加快|推进)|在(?!全[国省市县区])[一-龥]{2,6}(?=开展|试行|推行|实施)|在全[国省市县区](?=开展|实施|试行)|(?:与|同|联合)[一-龥]{2,8}(?:合作|联合|共同)(?=打造|建设|编制|制定|推进|实施)|对[一-龥]{4,14}率先|(?:总)?投[资入](?:约|超)?[\d.]+[万亿]元(?=实施|建设|新建|用于|对)|全力|大力|着力|扎实|稳步|有序|持续|深入|抓紧|尽快|进一步|统筹|高标准|高质量|高水平|高效|认真|切实|努力|坚决|主动|抢抓|加力|适时|力争|确保|争取|推动|促进|支持|保障|促成|协调|督促|全面做好|抓实|强力|精心|启动并|加速|实现(?=.{3,40}(?:开工|投用|投产|通车|完工|竣工|建成|通航|上市|贯通))|谋划(?=启动)|同步|加快推动|加快促进|推进(?=.{3,40}(?:开工|投用|投产|通车|完工|竣工|建成|落地|获批))|加快(?=关停|拆除|启动|完成|编制|出台|制定|修订|组建|成立)|[一-龥]{0,6}(?:县城|城区|园区|开发区|新区|景区)[内外]?(?=(?:深入推进|推进|完成|编制|制定|启动|新建|实施|开工)[^，。]{3})|加快(?=.{3,40}(?:开工|投用|投产|通车|完工|竣工|建成|落地|前期)))*/;

/** The number of a note at the foot: 首违不罚【11】. */
const NOTE = /[【[〔(（]\d{1,3}[】\]〕)）]$/;

/** Who is to do it (金丹科技等企业打造…): no part of what is promised. */
const WHO = /^[^，。]{2,20}?(?:企业|院校|高校|公司|单位)(?:打造|建设)(?=.{4})/;

/** 尚未建设的不准开工: what is forbidden is nothing to wait for. */
const FORBIDDEN = /^(?:借力|依托|借助|利用(?!外资)|发挥)|不准|不得|严禁|禁止|严格控制|不再|一律不/;

/** Verbs of an opening that make a promise even where no other follows: 支持青禾产业园二期、云麓科技园. */
const WEAK = /^[（(]\d|^[①-⒇]|(?:推动|促进|支持|推进|配合|加快|承接|力促|促成)/;

/** Reads one clause by the first row that fits; a list gives one object each. */
function readClause({ text, range }: TextPiece, counted: boolean): readonly Reading[] {
  if (FORBIDDEN.test(text)) return [];
  const opening = OPENING.exec(text)?.[0] ?? '';
  const body = text.slice(opening.length).trimEnd().replace(NOTE, '').replace(WHO, '');
  const offset = range.start + text.indexOf(body, opening.length);
  const reading = readBody(body, body, offset);
  return reading.length === 0 && (counted || WEAK.test(opening))
    ? readBody(`推进${body}`, body, offset)
    : reading;
}

function readBody(words: string, body: string, offset: number): readonly Reading[] {
  for (const { pattern, stage, of } of PLEDGE_ROWS) {
    const { o: named, t: title } = pattern.exec(words)?.groups ?? {};
    if (named === undefined) continue;
    const start = offset + Math.max(0, body.indexOf(named));
    const found = objectsIn(
      { text: named, range: { start, end: start + named.length } },
      title !== undefined,
    );
    const titles = of === 'title' && found.some(({ text }) => isOf(text, of));
    const objects = found.filter(
      ({ text }) =>
        isFindable(text) && (titles || isOf(text, of) || (of !== 'once' && isOneOfProjects(body, text))),
    );
    if (objects.length > 0) return [{ objects: titled(objects, title), stage }];
  }
  return [];
}

/** 青禾高新区创建国家高新区: what is sought stands behind who seeks it, so that a reader sees both. */
const titled = (objects: readonly TextPiece[], title: string | undefined): readonly TextPiece[] =>
  title === undefined ? objects : objects.map(({ text, range }) => ({ text: `${text}（${title}）`, range }));
