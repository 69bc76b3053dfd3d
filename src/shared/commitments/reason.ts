import type { Observation } from '../report';
import { periodWords } from '../report';

const SIGNS: Readonly<Record<Observation['bound'], readonly [string, string]>> = {
  '=': ['', ''],
  '>': ['超', ''],
  '>=': ['', '以上'],
  '<=': ['', '以内'],
  '~': ['', '左右'],
};

/** How a measure is told: 生产总值增长6%, 高新技术企业增加800家, 居第3位. */
const VERBS: Readonly<Record<Observation['measure'], string>> = {
  level: '',
  share: '',
  growth: '增长',
  change: '增加',
  rank: '第',
};

const MOVES = /(?:下降|降低|减少|增长|增加|提高|上升|压减|涨幅|增速|上涨)$/;

/** A quantity in words: 城镇新增就业6万人以上. */
export function say({ name, value, unit, bound, measure }: Observation): string {
  const [before, after] = SIGNS[bound];
  const printed = typeof value === 'number' ? String(value) : value.join('—');
  const subject = name.includes('缺失') ? '（原文缺指标名）' : name;
  return `${subject}${MOVES.test(name) ? '' : VERBS[measure]}${before}${printed}${unit}${after}`;
}

const SAID: Readonly<Record<'met' | 'missed' | 'partly', string>> = {
  met: '达到目标',
  missed: '未达目标',
  partly: '只达到一部分',
};

/** Why a verdict holds: both quantities, and what follows. */
export const comparedReason = (
  target: Observation,
  results: readonly Observation[],
  verdict: 'met' | 'missed' | 'partly',
): string => `目标${say(target)}，结果${results.map(say).join('、')}，${SAID[verdict]}。`;

const MEASURES: Readonly<Record<Observation['measure'], string>> = {
  level: '数量',
  share: '比重',
  growth: '增速',
  change: '增减量',
  rank: '位次',
};

/** Why two quantities cannot be set against each other: the first thing in which they differ. */
export function scopeReason(target: Observation, result: Observation): string {
  const difference =
    result.period !== target.period
      ? `目标说的是${periodWords(target.period)}，这里说的是${periodWords(result.period)}`
      : result.place !== target.place
        ? `目标说的是${target.place}，这里说的是${result.place}`
        : result.measure !== target.measure
          ? `目标说的是${MEASURES[target.measure]}，这里说的是${MEASURES[result.measure]}`
          : `目标说的是${target.name}（${target.unit}），这里说的是${result.name}（${result.unit}）`;
  return `目标${say(target)}，能找到的是${say(result)}：${difference}，口径不同。`;
}

const WITHOUT_VALUE = {
  missed: '回顾里说这件事没有做成或推迟了，没有给出可比的数',
  partly: '回顾里说这件事还在进行或只完成了一部分，没有给出数',
  'no-value': '回顾里提到了这件事，没有给出可比的数',
} as const;

/** Why a target told of without a number cannot be judged, is done in part, or was not done. */
export const toldReason = (target: Observation, verdict: keyof typeof WITHOUT_VALUE): string =>
  `目标${say(target)}，${WITHOUT_VALUE[verdict]}。`;
