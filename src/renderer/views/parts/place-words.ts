import type { Answer, SearchTab, Spot } from '../../state/search/answer';
import { grouped } from '../text/grouped';

/** 第 5 处，共 8 处; near places are counted by themselves. */
export const placeWords = (
  answer: Answer,
  tab: SearchTab,
  spots: readonly Spot[],
  current: number,
): string => {
  const { total, near } = answer.results;
  const before = spots.findIndex((spot) => spot.near);
  if (before !== -1 && current >= before)
    return `近似 第 ${current - before + 1} 处，共 ${grouped(near?.total.matches ?? 0)} 处`;
  const all = tab === 'text' ? total.matches : spots.length;
  return `第 ${current + 1} 处，共 ${grouped(all)} 处`;
};
