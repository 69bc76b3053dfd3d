/** A promise that one growth keeps up with another of the same report. */
export interface Sync {
  readonly object: string;
  /** Indicators of the dictionary: the one that is to keep up, and the one it is held against. */
  readonly follower: readonly string[];
  readonly leader: string;
}

interface SyncRow extends Sync {
  readonly pattern: RegExp;
  readonly example: string;
  readonly counter: string;
}

const KEEPS_UP = '(?:增速|增长|发展)?(?:速度)?(?:保持)?(?:基本)?(?:同步|持平|相适应|一致)';
const ALL = '居民人均可支配收入';
const TOWN = '城镇居民人均可支配收入';
const COUNTRY = '农村居民人均可支配收入';

/** Whose growth is told under which indicators. */
export const SYNC_ROWS: readonly SyncRow[] = [
  {
    object: '居民收入与经济增长同步',
    follower: [ALL, TOWN, COUNTRY],
    leader: '生产总值',
    pattern: new RegExp(
      `居民(?:人均)?(?:可支配)?收入[^，。]{0,10}(?:与|和|同|跟)(?:经济|地区生产总值|生产总值|GDP)${KEEPS_UP}`,
    ),
    example: '居民收入增长与经济增长同步',
    counter: '居民收入增长6%',
  },
  {
    object: '居民收入与经济增长同步',
    follower: [ALL, TOWN, COUNTRY],
    leader: '生产总值',
    pattern:
      /居民(?:人均)?(?:可支配)?收入[^，。]{0,8}(?:高于|快于|不低于)(?:经济|地区生产总值|生产总值|GDP)(?:增长|增速|发展)/,
    example: '居民收入增速高于经济增速',
    counter: '农村居民收入增速高于城镇',
  },
  {
    object: '一般公共预算收入与经济增长同步',
    follower: ['一般公共预算收入'],
    leader: '生产总值',
    pattern: new RegExp(
      `(?:财政|预算)收入[^，。]{0,8}(?:与|和|同)(?:经济|地区生产总值|生产总值|GDP)${KEEPS_UP}`,
    ),
    example: '财政收入增长与经济增长同步',
    counter: '财政收入稳定增长',
  },
];

/** Reads a clause that promises that one growth keeps up with another, or null. */
export const syncOf = (clause: string): Sync | null =>
  SYNC_ROWS.find(({ pattern }) => pattern.test(clause)) ?? null;
