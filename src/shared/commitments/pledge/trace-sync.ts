import { homeOf, type Observation, type Pledge, type Report, type TracedPledge } from '../../report';
import { syncOf } from './sync-rows';

/** A report with the numbers it tells. */
interface Numbers {
  readonly report: Report;
  readonly observations: readonly Observation[];
}

/** What two growths may be apart and still be 基本同步, for the reader to say. */
const NEARLY = 0.5;

type Answer = Pick<TracedPledge, 'result' | 'verdict' | 'sure' | 'reason'>;

/** Sets the growth that is to keep up against the one it is to keep up with, both of one report and year. */
export function traceSync(pledge: Pledge, words: string, { report, observations }: Numbers): Answer {
  const sync = syncOf(words);
  const growths = observations.filter(
    ({ kind, measure, period, duplicateOf }) =>
      kind === 'result' && measure === 'growth' && duplicateOf === null && period === pledge.due,
  );
  const leader = growths.find(
    ({ indicator, place }) => indicator === sync?.leader && place === homeOf(report.meta.place),
  );
  const whole = growths.filter(({ indicator }) => indicator === sync?.follower[0]);
  const followers =
    whole.length > 0 ? whole : growths.filter(({ indicator }) => sync?.follower.includes(indicator));
  const [first] = followers;
  if (!leader || !first) return unsaid(pledge, leader === undefined, first === undefined);
  const behind = followers.map((one) => round(number(leader) - number(one)));
  const worst = Math.max(...behind);
  const verdict = worst <= 0 ? 'met' : Math.min(...behind) <= 0 || worst <= NEARLY ? 'partly' : 'missed';
  return {
    result: { report: report.id, range: first.range, stage: 'level', other: leader.range },
    verdict,
    sure: followers.length === 1 && verdict !== 'partly',
    reason: `${followers.map(say).join('、')}，${say(leader)}。`,
  };
}

const number = ({ value, indicator }: Observation): number =>
  (typeof value === 'number' ? value : value[0]) * (/下降$/.test(indicator) ? -1 : 1);
const round = (value: number): number => Number(value.toFixed(2));
const say = ({ name, value, unit }: Observation): string =>
  `${name}增长${typeof value === 'number' ? String(value) : value.join('—')}${unit}`;

const unsaid = (pledge: Pledge, noLeader: boolean, noFollower: boolean): Answer => ({
  result: null,
  verdict: 'not-mentioned',
  sure: false,
  reason: `“${pledge.object}”要比的两个增速，回顾里没有${[noFollower ? '前一个' : '', noLeader ? '后一个' : ''].filter(Boolean).join('和')}。`,
});
