import { extractObservations } from '../../src/shared/figures';
import { parseReport } from '../../src/shared/parse';

/** A report of a review and a plan, with what is read from it; its id is `<place>-<year>`. */
export const indexedReport = (year: number, review: string, plan: string, place = '周口市') => {
  const raw = [
    '政府工作报告',
    `——${String(year)}年2月20日在${place}第五届人民代表大会第三次会议上`,
    `${place}人民政府 王某某`,
    '各位代表：',
    `一、${String(year - 1)}年工作回顾`,
    review,
    `二、${String(year)}年工作安排`,
    plan,
  ].join('\n');
  const report = parseReport({ id: `${place}-${String(year)}`, raw }, { place, year });
  return { report, observations: extractObservations(report) };
};
