import type { Observation } from '../report';
import type { Question } from './outcome';
import { clauseAround } from './progress';
import { isOtherCount, isOtherPollution } from './scope';

const AREA = /开发区|高新区|园区|自贸试验区|自贸区|新区|保税区|示范区|经济区|片区/;
const SENTENCE = 120;

/** The words of a sentence before an offset. */
const upTo = (clean: string, at: number): string =>
  clean
    .slice(Math.max(0, at - SENTENCE), at)
    .split(/[。；\n]/)
    .at(-1) ?? '';

/** 开发区营业收入增长65.8%，实际利用外资增长91.6%: the sentence speaks of a part of the place that the target does not. */
export function isOtherPart({ target, source, report }: Question, result: Observation): boolean {
  const area = AREA.exec(upTo(report.clean, result.range.start))?.[0];
  return area !== undefined && !upTo(source.clean, target.range.start).includes(area);
}

const LEVEL = /国家|省级|市级|县级|区级/g;
const REWORKED = /改建|改造|修复|整治|提升/;
const GAINED = /^(?:新增|净增|培育|引进|新建|建设|建成|发展|认定)/;
const TOTAL = /总数|总量|存量|累计/;

const levelsOf = (name: string): string => [...new Set(name.match(LEVEL) ?? [])].sort().join();

/** 省级“专精特新” and “专精特新”, built and rebuilt, gained and all there are: near each other, and not the same. */
const isOtherKind = ({ name: aimed }: Observation, { name: told }: Observation): boolean =>
  levelsOf(aimed) !== levelsOf(told) ||
  REWORKED.test(aimed) !== REWORKED.test(told) ||
  (GAINED.test(aimed) && TOTAL.test(told) && !TOTAL.test(aimed));

/** Tells whether a result counts otherwise than its target asks, like for like or emitted against measured. */
export function isOtherScope({ target, source, report }: Question, result: Observation): boolean {
  return (
    isOtherKind(target, result) ||
    isOtherPollution(upTo(source.clean, target.range.start), upTo(report.clean, result.range.start)) ||
    isOtherCount(clauseAround(source.clean, target.range), clauseAround(report.clean, result.range))
  );
}
