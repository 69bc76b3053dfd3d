import type { Observation } from '../report';
import type { Question } from './outcome';
import { clauseAround, isUnderWay, toldAround, wordsOf } from './progress';
import { isSetBack } from './setback';

/** What two numbers set against each other give. */
export type Judged = 'met' | 'missed' | 'partly';

/** The rest of it is told beside the number: 建成1万亩、在建1万亩. */
const BESIDE = /(?:在建|续建|正在|其余|剩余|另有)[^，。；]{0,6}\d/;

/** Gives what the words around a number make of a goal it reaches: 未能建成 is missed, 基本建成 is partly done. */
export function asTold({ target, source, report }: Question, result: Observation, compared: Judged): Judged {
  if (compared === 'missed' && BESIDE.test(clauseAround(report.clean, result.range))) return 'partly';
  if (compared !== 'met') return compared;
  const words = wordsOf(source.clean, target);
  if (isSetBack(toldAround(report.clean, result.range)) && !isSetBack(words)) return 'missed';
  return isUnderWay(words, clauseAround(report.clean, result.range), true) ? 'partly' : 'met';
}

/** All parts reached is 完成, none 未完成, some 部分完成. */
export const together = (verdicts: readonly Judged[]): Judged =>
  verdicts.every((one) => one === verdicts[0]) ? (verdicts[0] ?? 'missed') : 'partly';
