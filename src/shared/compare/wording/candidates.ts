import { sliceRange } from '../../report';
import { foldCode } from '../fold';
import { tokenise } from '../token';
import { coinedTerms } from './coined';
import type { Extent } from './extent';
import { mayCloseTerm, mayOpenTerm, mayStandInTerm } from './stop-words';
import type { TermKind } from './trace';

/** Words between two marks that no term reaches across. */
export type Phrase = readonly string[];

const NUMERAL = '[一二三四五六七八九十两双]';

/** 十大战略, 三个一批, 四高四争先, 三区三河, 两个确保. */
const NUMERAL_TERM = new RegExp(
  `^${NUMERAL}{1,3}(?:[大个项张]\\p{Script=Han}+|\\p{Script=Han}{1,3}?${NUMERAL}\\p{Script=Han}+)$`,
  'u',
);

/** A count, not a term: 一个项目, 两个月, 八个方面; and congresses and sessions: 二十大, 五届三次全会. */
const COUNT =
  /^(?:一[大个项年件]|.{1,3}个五年|.{1,3}个(?:月|方面|小时|片区|园区|试点)|.{1,3}年来|.分之|(.{2})\1|.项|.{1,3}届|二?十[一二三四五六七八九]?大)/;

const QUOTED = /“([^“”\n]{2,20})”/g;

/** Marks that make a quotation a sentence, or a list of terms. */
const SENTENCE_MARK = /[，,。；;！!？?：:、]/;

const LONGEST = 12;
const SHORTEST_RUN = 4;
const LONGEST_RUN_WORDS = 6;

/**
 * All strings that may be policy terms of a corpus, folded, with how they gave themselves away. `listed` words are
 * terms wherever they stand.
 */
export function findCandidates(
  extents: readonly Extent[],
  phrases: readonly (readonly Phrase[])[],
  listed: readonly string[],
): ReadonlyMap<string, TermKind> {
  const found = new Map<string, TermKind>();
  for (const list of phrases) for (const term of coinedTerms(list)) found.set(term, 'coined');
  for (const list of phrases) for (const run of repeatedRuns(list)) found.set(run, 'repeated');
  for (const term of listed.map(foldTerm)) if (term !== '') found.set(term, 'listed');
  for (const extent of extents)
    for (const quote of quotedTerms(extent)) found.set(quote, kindOfQuoted(quote));
  for (const list of phrases) for (const term of numeralTerms(list)) found.set(term, 'numeral');
  return found;
}

const kindOfQuoted = (term: string): TermKind => (NUMERAL_TERM.test(term) ? 'numeral' : 'quoted');

function quotedTerms({ report, paragraphs }: Extent): readonly string[] {
  return paragraphs
    .flatMap(({ range }) => [...sliceRange(report.clean, range).matchAll(QUOTED)])
    .map(([, inner = '']) => inner)
    .filter((inner) => !SENTENCE_MARK.test(inner))
    .map(foldTerm)
    .filter((term) => term.length >= 2 && term.length <= LONGEST && !/^[\d.%]+$/.test(term));
}

const foldTerm = (text: string): string =>
  [...text]
    .map((char) => foldCode(char.charCodeAt(0)))
    .filter((code) => code !== 0)
    .map((code) => String.fromCharCode(code))
    .join('');

/** A report's words as the dictionary cuts them. */
export interface Words {
  /** Parted at every mark: a quotation is found as a whole, so its marks part as well. */
  readonly phrases: readonly Phrase[];
  /** Where words start and end, in the clean text. */
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

export function readWords({ report: { clean }, paragraphs }: Extent): Words {
  const phrases: string[][] = [[]];
  const [starts, ends] = [new Set<number>(), new Set<number>()];
  let end = 0;
  for (const { kind, range: paragraph } of paragraphs) {
    const heads = kind === 'title' || kind === 'byline';
    for (const { text, range } of tokenise(clean, paragraph)) {
      starts.add(range.start);
      ends.add(range.end);
      if (heads) continue;
      if (/\S/.test(clean.slice(end, range.start)) || end < paragraph.start) phrases.push([]);
      phrases.at(-1)?.push(text);
      end = range.end;
    }
  }
  return { phrases, starts, ends };
}

/** 十大战略 where it stands without quotes: a numeral with its measure, and the words up to the next that ends it. */
function numeralTerms(phrases: readonly Phrase[]): readonly string[] {
  return phrases.flatMap((phrase) =>
    phrase.flatMap((_, first) => {
      for (const end of [first + 2, first + 3, first + 4]) {
        const text = phrase.slice(first, end).join('');
        const next = phrase[end];
        const closed = next === undefined || !mayOpenTerm(next);
        const whole = end <= phrase.length && text.length >= SHORTEST_RUN && text.length <= LONGEST;
        if (whole && closed && NUMERAL_TERM.test(text) && !COUNT.test(text)) return [text];
      }
      return [];
    }),
  );
}

/** A run with the words before and after it; an empty one is a mark, where a term may well end. */
interface Run {
  count: number;
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/**
 * Runs of words that a report repeats in different surroundings. The surroundings tell a term from a part of a
 * longer one and from a sentence that an infographic prints twice.
 */
function repeatedRuns(phrases: readonly Phrase[]): readonly string[] {
  const runs = new Map<string, Run>();
  for (const phrase of phrases) countRuns(phrase, runs);
  const free = (words: ReadonlySet<string>): boolean => words.size > 1 || words.has('');
  const repeated = [...runs].filter(
    ([, { count, before, after }]) =>
      count > 1 && free(before) && free(after) && before.size + after.size > 2,
  );
  const inLonger = ([text, { count }]: [string, Run]): boolean =>
    repeated.some(([longer, other]) => longer !== text && longer.includes(text) && other.count >= count);
  return repeated.filter((run) => !inLonger(run)).map(([text]) => text);
}

function countRuns(phrase: Phrase, runs: Map<string, Run>): void {
  phrase.forEach((word, first) => {
    if (word.length < 2 || !mayOpenTerm(word)) return;
    let text = word;
    for (let last = first + 1; last < Math.min(phrase.length, first + LONGEST_RUN_WORDS); last += 1) {
      const next = phrase[last] ?? '';
      text += next;
      if (!mayStandInTerm(next) || text.length > LONGEST) return;
      if (text.length < SHORTEST_RUN || !mayCloseTerm(next)) continue;
      const run = runs.get(text) ?? { count: 0, before: new Set<string>(), after: new Set<string>() };
      run.count += 1;
      run.before.add(phrase[first - 1] ?? '');
      run.after.add(phrase[last + 1] ?? '');
      runs.set(text, run);
    }
  });
}
