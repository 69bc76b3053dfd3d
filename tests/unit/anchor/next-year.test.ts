import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTarget, resolveTarget } from '../../../src/shared/anchor';
import { bestFit } from '../../../src/shared/anchor/distance';
import { shadowText } from '../../../src/shared/anchor/shadow';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { ROOT } from '../../helpers/places';

/** A large set of real reports beside the project, for robustness only; it is no part of the project. */
const CORPUS = join(ROOT, '..', 'shared', 'corpus');
const QUOTES_PER_PAIR = 200;
const SHORTEST = 200;

interface Pair {
  readonly year: Report;
  readonly next: Report;
}

const read = (file: string): Report =>
  parseReport({ id: file, raw: readFileSync(join(CORPUS, file), 'utf8') });

/** Reports of one place in consecutive years. */
const pairs = (): readonly Pair[] => {
  const names = new Map<string, string>();
  for (const file of readdirSync(CORPUS)) {
    const parts = /^(.+)_(\d{4})(?:_\w+)?\.txt$/.exec(file);
    if (parts) names.set(`${parts[1]} ${parts[2]}`, file);
  }
  return [...names].flatMap(([name, file]) => {
    const [place, year] = name.split(' ');
    const next = names.get(`${place} ${Number(year) + 1}`);
    return next ? [{ year: read(file), next: read(next) }] : [];
  });
};

/** True where the stored sentence stands around the place, with at most one character in ten different. */
const sentenceStands = (sentence: string, { clean }: Report, start: number, end: number): boolean => {
  const room = sentence.length * 2 + 64;
  const around = shadowText(clean.slice(Math.max(0, start - room), end + room));
  return bestFit(shadowText(sentence), around, Math.floor(shadowText(sentence).length / 10)) !== null;
};

const present = existsSync(CORPUS);
if (!present) console.log(`skipped: no corpus of consecutive years at ${CORPUS}`);

describe.skipIf(!present)("a year's quotes in the next year's report", () => {
  it('are placed only where their sentence truly stands', { timeout: 300_000 }, () => {
    const years = pairs().filter(
      ({ year, next }) => year.clean.length > SHORTEST && next.clean.length > SHORTEST,
    );
    const share = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);
    const passages = fc.array(
      fc.record({ at: share, length: fc.integer({ min: 4, max: 44 }), sentence: fc.boolean() }),
      {
        minLength: QUOTES_PER_PAIR,
        maxLength: QUOTES_PER_PAIR,
      },
    );
    let [tried, placed] = [0, 0];
    const wrong: string[] = [];
    for (const { year, next } of years)
      for (const { at, length, sentence } of fc.sample(passages, { seed: 7, numRuns: 1 })[0]!) {
        const start = Math.floor(at * (year.clean.length - length));
        const whole = year.sentences[Math.floor(at * year.sentences.length)]?.range;
        const target = createTarget(year, sentence && whole ? whole : { start, end: start + length }, '');
        if (target.position.start >= target.position.end) continue;
        tried += 1;
        const answer = resolveTarget(next, target);
        if (answer.state === 'unsure') continue;
        placed += 1;
        if (!sentenceStands(target.sentence.text, next, answer.range.start, answer.range.end))
          wrong.push(`${year.id}: ${target.quote.exact}`);
      }
    console.log(
      `R18 quotes in the next year's report: ${tried} tried, ${wrong.length} on wrong text; ${years.length} pairs, ${placed} placed`,
    );
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(1_000);
  });
});
