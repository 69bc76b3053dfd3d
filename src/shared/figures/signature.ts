import { DEFINING_VERBS, ENDING_CHARS, LIGHT_VERBS, OPENING_CHARS } from './name/lexicon';

/**
 * Sets of characters the grammar asks about. What a text holds of them is its signature, one bit a set, as in the
 * signature files of information retrieval: a rule is only tried where a set it cannot do without is there.
 */
const SETS = {
  opening: OPENING_CHARS,
  /** First characters of verbs. */
  verb: [...DEFINING_VERBS, ...LIGHT_VERBS].map((word) => word.charAt(0)).join(''),
  ending: ENDING_CHARS,
  /** What makes an ending longer than most: a time, a comparison, a mark. */
  farEnding: '年比较础于出每均”',
  digit: '0123456789',
  multiplier: '万亿千百十',
  fuzzy: '多余几',
  suffix: '及以之左上多余',
  join: '、和与及',
  clause: ',。;:!?…()“‘《',
  quote: '“‘《',
  nameMark: '“‘《「"',
  /** Words before a number that are no part of its name; in front of a digit; at the end. */
  unnamed: '阶关槛持相标务不必应转创跌幅稳续断显效质级展突劲迸壮强推佳后础别均、',
  unnamedDigit: '在于每年期的由',
  causes: '使让令得的准平资',
  both: '均都皆双',
  /** Words of comparison. */
  compares: '比较于出先过',
  starts: '由从',
  times: '×xX*',
  /** Words of movement, and of a comparison that is one. */
  moves: '增降涨升调扬高低提扩跌减压缩简落窄动快前后翻速善比较',
  /** Words that look back in a plan; that name a time. */
  told: '已目现来这',
  time: '年月度五届世',
  yearOnYear: '比较',
  /** First characters of what makes a name of a number with its unit; last ones of what announces a list. */
  unitName: '级年国热',
  session: '次届',
  announces: '下列述面这那的',
  leavesOut: '扣剔含括计去虑',
  /** What a stretch must hold that names a place. */
  place: '区市县圈带群全我本世级各每省州国旗',
  /** The same for a place named by its own name, or as a part of the reporting one. */
  ownPlace: '区市县圈带群国界球级每各',
} as const satisfies Readonly<Record<string, string>>;

type SetName = keyof typeof SETS;

const names = Object.keys(SETS) as SetName[];

/** The bit of each set. */
export const HOLDS = Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Readonly<
  Record<SetName, number>
>;

const TABLE = new Uint32Array(0x10000);
for (const name of names)
  for (let at = 0; at < SETS[name].length; at++) TABLE[SETS[name].charCodeAt(at)]! |= HOLDS[name];

/** Gives the sets that the character at `at` is in; none outside the text. */
export const setsAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? TABLE[text.charCodeAt(at)]! : 0;

/** Gives the sets of which a stretch of text holds a character. */
export function signatureOf(text: string, from = 0, to = text.length): number {
  let found = 0;
  for (let at = from; at < to; at++) found |= TABLE[text.charCodeAt(at)]!;
  return found;
}
