import { BOUND_SIGNS, type Observation } from '../../../shared/report';
import { grouped } from './grouped';

/** The figure alone, with thousands separators; a range with a dash: 3,505.03, 10—12. */
export const valueWords = ({ value }: Pick<Observation, 'value'>): string =>
  typeof value === 'number' ? grouped(value) : value.map(grouped).join('—');

/** A growth or change is told from a level by its sign: ＋7.5%, －3.2%; a fall is told by its own name. */
const sign = ({ measure, value, indicator }: Observation): string =>
  (measure === 'growth' || measure === 'change') &&
  !indicator.endsWith('下降') &&
  !(typeof value === 'number' && value < 0)
    ? '＋'
    : '';

/** The value where its bound is told in words beside it: 3,500, ＋7.5, 第 1. */
export const plainFigureWords = (observation: Observation): string =>
  figureWords({ ...observation, bound: observation.measure === 'rank' ? observation.bound : '=' });

/** The value as it stands in a table, without its unit: ≥3,500, ＋7.5, 第 1, 前 30. */
export const figureWords = (observation: Observation): string =>
  observation.measure === 'rank'
    ? `${observation.bound === '<=' ? '前' : '第'} ${valueWords(observation)}`
    : `${BOUND_SIGNS[observation.bound]}${sign(observation)}${valueWords(observation).replace(/^-/, '－')}`;

/** The whole value in words, for a label that is heard: ≥3,500亿元. */
export const observationWords = (observation: Observation): string =>
  `${figureWords(observation)}${observation.unit}`;
