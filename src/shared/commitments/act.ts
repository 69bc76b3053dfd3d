import { homeOf, type Observation, type Report } from '../report';
import { leftOut } from './scope';
import { splitVerb } from '../figures/name/subject';

/** An observation with what was done for it to come about (新增, 改造 …), as its sentence says. */
export interface Stated {
  readonly observation: Observation;
  /** The verb of its name or of the list it stands in, `存量` where it tells how much there is, or empty. */
  readonly act: string;
  /** The place it is of; 全省 in its clause goes before a place named earlier. */
  readonly place: string;
  /** What the figure leaves out that the plain one holds (扣除房地产因素), or empty. */
  readonly without: string;
  /** Whether it is a goal for several years together, which no single year answers. */
  readonly overYears?: boolean;
}

export const STOCK = '存量';
export const SUMMED = '累计';

const LISTED =
  /^(?:[^，。；;\n]{0,14}?)(新增|净增|新认定|认定|新培育|培育|新引进|引进|引入|新建|新改建|改建|建成|改造|创建|新创建|新发展|整治|治理|修复)/;
const REACHED = /(?:达到?|达至|共有|拥有|总数达?到?|总量达?到?|累计达?到?|保有量)$/;
/** 棚户区改造开工11万套、基本建成13.2万套: which step of a work a number counts. */
const STEP = /(新?开工|启动|基本建成|建成|竣工|投产|交付)(?:了|约|超)?$/;
/** 启动城中村改造203个: the step goes before what is counted. */
const HEADED_STEP = /^[^，]{0,4}?(新?开工|启动)(?:建设|实施)?(?=.{2})/;
const REACH = 80;

/** Reads what was done and where; in 新增高新技术企业3家、科技型中小企业35家 the second has its verb from the first. */
export function statedIn(report: Report, observation: Observation): Stated {
  const { quote, place } = observation;
  const whole = WHOLE.test(report.clean.slice(quote.start, quote.end));
  return {
    observation,
    act: actIn(report, observation),
    place: (whole ? homeOf(report.meta.place) : null) ?? place,
    without: leftOut(report, observation.range.start),
  };
}

const WHOLE = /^[^，。；]{0,6}全[省市县区州旗](?!性)/;

function actIn({ clean }: Report, { name, range: { start } }: Observation): string {
  const before = clean.slice(Math.max(0, start - REACH), start);
  const step = STEP.exec(before)?.[1];
  const { verb } = splitVerb(name);
  if (step !== undefined) return step;
  const item = before.split(/[，。；;\n、]/).at(-1) ?? '';
  const begun = HEADED_STEP.exec(item)?.[1];
  if (begun !== undefined) return begun;
  if (verb.includes(SUMMED) && !ONE_YEAR.test(before)) return SUMMED + verb;
  if (verb !== '') return verb;
  if (REACHED.test(before)) return STOCK;
  const list = before.split(/[，。；;\n]/).at(-1) ?? '';
  return list.includes('、') ? (LISTED.exec(list)?.[1] ?? '') : '';
}

const ONE_YEAR = /(?:全年|去年|当年|年内|一年来)[^。]*$/;
