import { HOLDS, setsAt } from '../signature';
import { matchMultiplier, matchUnit } from '../unit/match';
import { endingBound } from './ending';
import { readHan } from './han';
import { readRankAt, readTop } from './rank';
import { readRatio } from './ratio';
import { withSign } from './sign';
import { percentOf, readRound, readSpoken } from './spoken';
import { tokenOf, type NumberToken, type TokenEnding } from './token';

const DIGITS = /\d+(?:,\d{3}(?![\d]))*(?:\.\d+)?/y;
const RANGE_MARK = /(?:个百分点|[%万亿千个家项人吨元])?(?:--?|[~～至到]|——?|－|–)/y;
/** What RANGE_MARK can begin with. */
const RANGE_OPENS: ReadonlySet<string> = new Set('个%万亿千家项人吨元-~～至到—－–');
const COMPOUND = /(亿|万)零?(\d+)(万|千|百(?=[多余]?万))/y;
/** 1亿3千多万: what stands after the thousands of a hundred million. */
const COMPOUND_REST = /[多余]?万/y;

/** What a rate is counted by: 740元/月. */
const PER =
  /\/(?:人·?[年月次]?|月|年|天|日|亩|吨|户|平方米|平方公里|立方米|升|公里|车|次|千瓦时|生|万元|亿元|秒|小时|千克|公斤|万人|百人|公顷|床)/y;
/** The same in words: 微克每立方米, 人次每日; 元每年 only where nothing goes on after it. */
const PER_WORD =
  /每(?:平方米|立方米|平方公里|升|万元|亿元|秒|小时|分钟|亩|公顷|吨|千瓦时|公里|千克|公斤|户|万人|(?:[天日周月年人次])(?=$|[,。;、)]))/y;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** 14.2万台(套). */
const BOTH = /\((?:[套个件次户座车间组辆处台家名人所条项艘栋幢只头株班列批部口眼支群亩宗起例片村社]{1,2})\)/y;
/** 2个多百分点. */
const FUZZY_POINTS = /[多余][百千]分点/y;

const multiplierAt = (text: string, at: number): string => matchMultiplier(text, at)?.[0] ?? '';
const isFuzz = (text: string, at: number): boolean => (setsAt(text, at) & HOLDS.fuzzy) !== 0;

/** Multiplier, unit and bound after the digits that end at `at`: `多万吨以上`. */
function readEnding(text: string, at: number): TokenEnding {
  let tail = at;
  let fuzzy = isFuzz(text, tail);
  if (fuzzy) tail++;
  let multiplier = '';
  let unit = matchUnit(text, tail);
  if (!unit || unit.word === '万次') {
    multiplier = multiplierAt(text, tail);
    tail += multiplier.length;
    if (multiplier && isFuzz(text, tail)) {
      fuzzy = true;
      const second = multiplierAt(text, ++tail);
      multiplier += second;
      tail += second.length;
    }
    unit = matchUnit(text, tail);
  }
  let word = unit?.word ?? '';
  tail += word.length;
  const extra = unit ? extraAt(text, tail, word, unit.unitClass) : '';
  if (extra) {
    word += extra.replace(/^[多余]/, '');
    tail += extra.length;
    fuzzy ||= /^[多余]/.test(extra);
  }
  const ending = endingBound(text, tail);
  return {
    unit: multiplier + word,
    unitClass: unit ? unit.unitClass : multiplier ? 'count' : 'bare',
    tail: ending.tail,
    bound: ending.tail > tail ? ending.bound : fuzzy ? '>' : '=',
  };
}

/** Gives what a unit goes on with: 个多百分点, 台(套), 元/月. */
function extraAt(text: string, at: number, word: string, unitClass: NumberToken['unitClass']): string {
  const next = text.charAt(at);
  if (next === '/') return matchAt(PER, text, at) ?? '';
  if (next === '每' && (unitClass === 'measure' || /[次班列趟辆]$/.test(word)))
    return matchAt(PER_WORD, text, at) ?? '';
  if (next === '(' && unitClass === 'count') return matchAt(BOTH, text, at) ?? '';
  return word === '个' && isFuzz(text, at) ? (matchAt(FUZZY_POINTS, text, at) ?? '') : '';
}

const plain = (digits: string): number => Number(digits.includes(',') ? digits.replaceAll(',', '') : digits);

/** How many of the lower multiplier make one of the higher: after 亿, 3千 means 3千万. */
const RATIOS: Readonly<Record<string, number>> = { 亿万: 1e4, 亿千: 10, 亿百: 100, 万千: 10, 万百: 100 };

/** `1万6千多户` as 1.6 万户, `1亿3千多万` as 1.3 亿: the only numbers with two multipliers people write. */
function readCompound(text: string, start: number, at: number): NumberToken | null {
  COMPOUND.lastIndex = at;
  const found = COMPOUND.exec(text);
  if (!found) return null;
  const [all, big = '', low, small = ''] = found;
  const ratio = RATIOS[big + small] ?? 1;
  const end = at + all.length;
  const rest = big === '亿' && small !== '万' ? (matchAt(COMPOUND_REST, text, end) ?? '') : '';
  const ending = readEnding(text, end + rest.length);
  const value = Number((plain(text.slice(start, at)) + Number(low) / ratio).toFixed(8));
  return tokenOf({ start, end, head: start }, value, {
    tail: ending.tail,
    bound: ending.bound === '=' && rest.length > 1 ? '>' : ending.bound,
    unit: `${big}${ending.unit}`,
    unitClass: ending.unitClass === 'bare' ? 'count' : ending.unitClass,
  });
}

const DENOMINATOR = /\/(\d{1,3})(?![\d/.年月])/y;

/** 1/5 as the share it is; null for dates (2023/12) and codes. */
function readFraction(text: string, start: number, at: number): NumberToken | null {
  DENOMINATOR.lastIndex = at;
  const [all, below = ''] = DENOMINATOR.exec(text) ?? [];
  const [part, whole] = [Number(text.slice(start, at)), Number(below)];
  if (
    all === undefined ||
    !Number.isInteger(part) ||
    part < 1 ||
    part >= whole ||
    text.charAt(start - 1) === '/'
  )
    return null;
  const end = at + all.length;
  const { tail, bound } = endingBound(text, end);
  return tokenOf({ start, end, head: start }, percentOf(part, whole), {
    unit: '%',
    unitClass: 'measure',
    tail,
    bound,
  });
}

/** The Arabic number of the digits `first` at `start`. */
function readArabic(text: string, start: number, first: string): NumberToken {
  const at = start + first.length;
  const next = text.charAt(at);
  const fraction = next === '/' ? readFraction(text, start, at) : null;
  if (fraction) return fraction;
  const compound = next === '万' || next === '亿' ? readCompound(text, start, at) : null;
  if (compound) return compound;
  const mark =
    RANGE_OPENS.has(next) && !/[由从]/.test(text.charAt(start - 1)) ? matchAt(RANGE_MARK, text, at) : null;
  const second = mark ? matchAt(DIGITS, text, at + mark.length) : null;
  if (mark && second && plain(second) > plain(first)) {
    const end = at + mark.length + second.length;
    return tokenOf({ start, end, head: start }, [plain(first), plain(second)], readEnding(text, end));
  }
  return tokenOf({ start, end: at, head: start }, plain(first), readEnding(text, at));
}

/** Where a number in words may begin: a character that opens a rank, a percentage or a written number. */
const OPENING =
  /第|前(?=[\d一二三四五六七八九十])|首(?=位|$)|百分之|[一二两三四五六七八九十]{1,3}(?=分之[一二两三四五六七八九十])|[一二两三四五六七八九](?=成|番|倍)|(?<=[破超过越达逾近到])[一二两三四五六七八九](?=[十百千万亿])|[一二]?十(?=[一二三四五六七八九]?倍)|(?<=翻)番|(?<=[破超过越上入达逾近了到在])[百千万亿](?=[^级])|[一二两三四五六七八九十](?=[十百千万亿零〇](?:[零〇一二两三四五六七八九十百千万亿]|[余多]))|十(?=[一二三四五六七八九][百千万亿]?[\u4e00-\u9fff%])/y;

/** The first characters of all of them: a look into a table is all that most of a text costs. */
const OPENS = new Uint8Array(0x10000);
const [DIGIT, WORD] = [1, 2];
for (const char of '0123456789') OPENS[char.charCodeAt(0)] = DIGIT;
for (const char of '第前首番百千万亿十一二两三四五六七八九') OPENS[char.charCodeAt(0)] = WORD;

function opensWord(text: string, at: number): boolean {
  OPENING.lastIndex = at;
  return OPENING.test(text);
}

/** The number, or the parts of a ratio, whose first digit is at `at`; `last` is the end of the number before. */
function readDigits(text: string, at: number, last: number): readonly NumberToken[] {
  const first = matchAt(DIGITS, text, at) ?? '';
  const next = text.charAt(at + first.length);
  const parts = next === ':' || next === '∶' ? readRatio(text, at) : null;
  if (parts) return parts;
  const top = next === '强' ? readTop(text, at) : null;
  return [top ?? withSign(text, readArabic(text, at, first), last)];
}

function readWords(text: string, at: number): readonly NumberToken[] {
  const token = readRankAt(text, at) ?? readSpoken(text, at) ?? readHan(text, at) ?? readRound(text, at);
  return token ? [token] : [];
}

/** All number expressions of a compact sentence, in order, including those that state no quantity. */
export function scanNumbers(text: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [];
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const opens = OPENS[text.charCodeAt(at)];
    if (opens !== DIGIT && (opens !== WORD || !opensWord(text, at))) continue;
    const read = opens === DIGIT ? readDigits(text, at, last) : readWords(text, at);
    for (const token of read) tokens.push(token);
    last = Math.max(read.at(-1)?.tail ?? 0, last);
    at = Math.max(last, at + 1) - 1;
  }
  return shareUnits(text, tokens);
}

/** 下降0.35、1.97、0.2个百分点: bare numbers of a list take the unit the last one carries. */
function shareUnits(text: string, tokens: readonly NumberToken[]): readonly NumberToken[] {
  if (tokens.length < 2) return tokens;
  const shared = [...tokens];
  for (let i = shared.length - 2; i >= 0; i--) {
    const token = shared[i];
    const next = shared[i + 1];
    if (!token || !next || next.unitClass === 'bare' || next.unitClass === 'rank') continue;
    if (next.start !== token.tail + 1 || !(setsAt(text, token.tail) & HOLDS.join)) continue;
    const bare = token.unitClass === 'bare' && isListed(text, token);
    const points = token.unit === '个' && next.unit === '个百分点';
    const { unit, unitClass } = next;
    const { tail, bound } = token;
    if (bare || points) shared[i] = tokenOf(token, token.value, { unit, unitClass, tail, bound });
  }
  return shared;
}

/** Only 分别 or decimals show that the numbers are values of a list and not names (3、4号楼). */
const isListed = (text: string, token: NumberToken): boolean =>
  text.slice(token.start, token.end).includes('.') ||
  text.slice(Math.max(0, token.start - 40), token.start).includes('分别');
