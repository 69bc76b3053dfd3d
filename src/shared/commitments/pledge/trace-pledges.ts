import type { Observation, Pledge, Report, Stage, TracedPledge, Verdict } from '../../report';
import { isSurvey, STAGE_LABELS } from '../../report';
import { lookingBackOn } from '../answers';
import { bareOf, coreOf } from './alias';
import { ownPairs } from './nearest';
import { readPledges } from './read';
import { distinctOf } from './specific';
import { RANK } from './stage-rows';
import { mentionsOf, nearestMention, toldIn, type ThingMention, type Told } from './told';
import { traceSync } from './trace-sync';

/** A report with what was read from it. */
interface Indexed {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

const targetsOf = ({ observations }: Indexed): readonly Observation[] =>
  observations.filter(({ kind }) => kind === 'target');

/** Traces every promise in words to what the next report of the same place says of it; in reading order. */
export function tracePledges(library: readonly Indexed[]): readonly TracedPledge[] {
  const told = new Map<string, Told>();
  const toldOf = (report: Report): Told => {
    const known = told.get(report.id) ?? toldIn(report);
    told.set(report.id, known);
    return known;
  };
  const pledges = new Map(library.map((one) => [one, readPledges(one.report, targetsOf(one))]));
  return library.flatMap((source) =>
    (pledges.get(source) ?? []).map((pledge) => {
      const later = library.filter(
        (other) => other !== source && lookingBackOn(other.report, source.report, Number(pledge.due ?? 0)),
      );
      const answers = later.map((next): TracedPledge => {
        if (pledge.kind !== 'sync') return traceOne(pledge, toldOf(next.report), pledges.get(next) ?? []);
        const words = source.report.clean.slice(pledge.range.start, pledge.range.end);
        return { ...EMPTY, id: pledge.id, pledge, ...traceSync(pledge, words, next) };
      });
      return (
        answers.find(({ sure, result }) => sure && result !== null) ??
        answers.find(({ result }) => result !== null) ??
        answers.find((_, at) => later[at] && !isSurvey(later[at].report.meta)) ??
        missing(pledge)
      );
    }),
  );
}

const EMPTY = { repeated: null, alias: null };

const missing = (pledge: Pledge): TracedPledge => ({
  ...EMPTY,
  id: pledge.id,
  pledge,
  result: null,
  verdict: 'report-missing',
  sure: true,
  reason: `没有回顾${pledge.due === null ? '这一事项' : `${pledge.due}年`}的同地报告。`,
});

function traceOne(pledge: Pledge, told: Told, next: readonly Pledge[]): TracedPledge {
  const core = coreOf(pledge.object);
  const again = next.find(
    ({ object, stage }) => coreOf(object) === core && RANK[stage] <= RANK[pledge.stage],
  );
  const repeated = again ? { report: again.report, range: again.range } : null;
  const sought = { object: pledge.object, core, kind: pledge.kind };
  const mention = bestOf(pledge, mentionsOf(sought, told));
  if (!mention) {
    const near = nearestMention(sought, told);
    return near ? offered(pledge, near, told, repeated) : silent(pledge, told, repeated);
  }
  const verdict = verdictOf(pledge, mention, repeated !== null);
  const { stage } = mention.progress;
  return {
    id: pledge.id,
    pledge,
    result: { report: told.report.id, range: mention.range, stage },
    verdict,
    sure: isSure(verdict, mention, repeated !== null),
    repeated,
    alias: mention.alias.evidence,
    reason: `承诺“${pledge.object}”${STAGE_LABELS[pledge.stage]}，${said(mention)}${repeated ? '；下一年再次列入' : ''}。`,
  };
}

/** A passage that may be of the same thing: shown, and no verdict proposed. */
const offered = (
  pledge: Pledge,
  { range, alias, progress: { stage } }: ThingMention,
  { report }: Told,
  repeated: TracedPledge['repeated'],
): TracedPledge => ({
  id: pledge.id,
  pledge,
  result: { report: report.id, range, stage },
  verdict: repeated ? 'missed' : 'no-value',
  sure: false,
  repeated,
  alias: alias.evidence,
  reason: `承诺“${pledge.object}”${STAGE_LABELS[pledge.stage]}，回顾里没有同名的，这一句最接近${repeated ? '；下一年再次列入' : ''}。`,
});

const said = ({ progress: { stage, partial, setBack } }: ThingMention): string => {
  if (setBack) return '回顾里说没有做成或推迟了';
  if (stage === null) return '回顾里提到了，没有说到哪一步';
  return `回顾里说到${STAGE_LABELS[stage]}${partial ? '（一部分）' : ''}`;
};

/** The very name goes before an alias, a stage told before none, and the furthest stage before the others. */
function bestOf({ stage: promised }: Pledge, mentions: readonly ThingMention[]): ThingMention | null {
  const worth = ({ alias, progress: { stage, setBack, partial } }: ThingMention): number =>
    (alias.same ? 20 : 0) +
    (setBack ? 9 : 0) +
    (stage ? Math.min(RANK[stage], RANK[promised]) + 1 : 0) -
    (partial ? 0.5 : 0);
  return mentions.reduce<ThingMention | null>(
    (best, other) => (best === null || worth(other) > worth(best) ? other : best),
    null,
  );
}

function verdictOf({ stage: promised }: Pledge, { progress }: ThingMention, repeated: boolean): Verdict {
  const { stage, partial, setBack } = progress;
  if (setBack) return 'missed';
  if (stage === null) return repeated ? 'missed' : 'no-value';
  if (RANK[stage] >= RANK[promised]) return partial && RANK[promised] >= RANK.built ? 'partly' : 'met';
  return 'partly';
}

/** Stages whose words leave no doubt. */
const PLAIN: ReadonlySet<Stage> = new Set<Stage>([
  'started',
  'structure',
  'built',
  'in-use',
  'issued',
  'awarded',
  'completed',
]);

function isSure(verdict: Verdict, { alias, progress }: ThingMention, repeated: boolean): boolean {
  if (!alias.same || verdict === 'no-value') return false;
  if (progress.setBack) return progress.stage === null || RANK[progress.stage] < RANK.built;
  if (verdict === 'met')
    return progress.stage !== null && PLAIN.has(progress.stage) && !progress.partial && !repeated;
  return verdict === 'partly' && progress.stage === 'structure';
}

/** So many first characters of a name, or so many anywhere in it, elsewhere in the review leave a doubt too. */
const HEAD = 3;
const RUN = 4;
/** Of a name so long even the first two may be a name of their own (雄源服装智慧新城), if they are no common word. */
const LONG = 6;
const COMMON =
  /^(?:县城|城区|城市|园区|全[省市县区]|中心|老旧|乡镇|农村|农业|新建|国家|省级|市级|县级|区域|工业|产业|公共|基础|企业|文化|旅游|生态|社会|社区|教育|卫生|养老|智慧|数字|科技|现代|高标|重点|综合|集中|城乡|乡村|生活|行政|政务|服务|安全|环境|民生|特色|绿色|第[一二三四五六七八九])/;

function isHinted(core: string, sentence: string): boolean {
  if (sentence.includes(core.slice(0, HEAD))) return true;
  if (core.length >= LONG && !COMMON.test(core) && sentence.includes(core.slice(0, 2))) return true;
  for (let at = 0; at + RUN <= core.length; at++)
    if (sentence.includes(core.slice(at, at + RUN))) return true;
  return false;
}

/** “一门诊三中心”建成运营 may be of any 中心. */
const summedUp = (core: string): RegExp => new RegExp(`[一二两三四五六七八九十]${core.slice(-2)}`);

/** What is reformed or set up is often told in other words (工商登记改革 as 商事制度), so that silence is no proof. */
const isRenamed = ({ kind, stage }: Pledge): boolean =>
  (kind === 'law' || kind === 'reform') && stage !== 'issued';

/** Half of a name elsewhere in the review leaves a doubt. */
const DOUBT = 0.6;

function silent(pledge: Pledge, told: Told, repeated: TracedPledge['repeated']): TracedPledge {
  const core = coreOf(pledge.object);
  const sum = summedUp(core);
  const found = Math.max(0, ...told.sentences.map(({ bare }) => heldOf(core, bare)));
  return {
    ...EMPTY,
    id: pledge.id,
    pledge,
    result: null,
    verdict: repeated ? 'missed' : 'not-mentioned',
    sure:
      repeated === null &&
      !isRenamed(pledge) &&
      found < DOUBT &&
      distinctOf(core).length > 1 &&
      !ownPairs(core, told.report.meta.place).some((pair) => told.postings.has(pair)) &&
      !told.sentences.some(({ bare }) => isHinted(core, bare) || sum.test(bare)) &&
      !told.clauses.some(({ bare }) => isSpelled(core, bare)),
    repeated,
    reason: repeated
      ? `承诺“${pledge.object}”${STAGE_LABELS[pledge.stage]}，回顾里没有说到，下一年再次列入。`
      : `承诺“${bareOf(pledge.object)}”${STAGE_LABELS[pledge.stage]}，回顾里没有找到。`,
  };
}

/** So many of the characters of a name in one clause, in whatever words, leave a doubt: 内涝排水 is 积水排涝. */
const SPELLED = 0.55;
const SHORTEST = 5;

function isSpelled(core: string, clause: string): boolean {
  const characters = new Set(core);
  if (characters.size < SHORTEST) return false;
  let held = 0;
  for (const character of characters) if (clause.includes(character)) held++;
  return held / characters.size >= SPELLED;
}

/** Tells how much of a name stands in a sentence, pair by pair. */
function heldOf(core: string, sentence: string): number {
  let held = 0;
  for (let at = 0; at + 1 < core.length; at++) if (sentence.includes(core.slice(at, at + 2))) held++;
  return held / Math.max(1, core.length - 1);
}
