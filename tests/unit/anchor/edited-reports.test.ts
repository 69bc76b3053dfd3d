import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTarget, resolveTarget, type AnchoredText } from '../../../src/shared/anchor';
import { shadowText } from '../../../src/shared/anchor/shadow';
import { sliceRange, type AnnotationTarget, type Range } from '../../../src/shared/report';
import { bundledReports } from '../../helpers/bundled-reports';
import { applyEdits, type Edit, type Edited } from './edits';

const reports = bundledReports();
const pool = reports.map(({ clean }) => clean).join('');

const TEXTS = 500;
const ANCHORS_PER_TEXT = 20;
const SEED = 20251120;

const share = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);

/** A place in a text and a length, as shares, so that one generator serves texts of every length. */
const anchor = fc.record({ at: share, length: fc.noBias(fc.integer({ min: 4, max: 64 })) });
const edit = fc.record({
  at: share,
  length: fc.noBias(fc.integer({ min: 0, max: 20 })),
  from: share,
  insert: fc.noBias(fc.integer({ min: 0, max: 20 })),
});

const trial = fc.record({
  report: fc.constantFrom(...reports),
  anchors: fc.array(anchor, { minLength: ANCHORS_PER_TEXT, maxLength: ANCHORS_PER_TEXT }),
  edits: fc.array(edit, { minLength: 1, maxLength: 12 }),
});

const rangeAt = (text: AnchoredText, { at, length }: { at: number; length: number }): Range => {
  const start = Math.floor(at * (text.clean.length - length));
  return { start, end: start + length };
};

const figures = (text: string): string => (shadowText(text).match(/[0-9]/g) ?? []).join('');

const tally = () => ({ tried: 0, found: 0, unsure: 0, wrong: [] as string[] });

/** Levenshtein distance of two short texts, the plain way: the judge must not be the judged. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1)
    row = row.reduce<number[]>(
      (next, above, j) =>
        j === 0
          ? [i]
          : [...next, Math.min(above + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))],
      [],
    );
  return row[b.length]!;
};

const judgeOutside = (outside: ReturnType<typeof tally>, edited: Edited, target: AnnotationTarget): void => {
  outside.tried += 1;
  const answer = resolveTarget(edited.text, target);
  const right = edited.moved(target.position);
  if (answer.state === 'unsure') outside.unsure += 1;
  else if (answer.range.start === right.start && answer.range.end === right.end) outside.found += 1;
  else outside.wrong.push(`${target.quote.exact} -> ${sliceRange(edited.text.clean, answer.range)}`);
};

const judgeInside = (inside: ReturnType<typeof tally>, edited: Edited, target: AnnotationTarget): void => {
  inside.tried += 1;
  const answer = resolveTarget(edited.text, target);
  if (answer.state === 'unsure') return void (inside.unsure += 1);
  const [quote, here] = [target.quote.exact, sliceRange(edited.text.clean, answer.range)].map(shadowText);
  const lawful = distance(quote!, here!) <= quote!.length / 10 && figures(quote!) === figures(here!);
  if (lawful) inside.found += 1;
  else inside.wrong.push(`${quote} -> ${here}`);
};

describe('notes on reports whose text has changed', () => {
  it(
    'finds passages that were not changed, and never takes another text for them',
    { timeout: 120_000 },
    () => {
      const outside = tally();
      const inside = tally();
      fc.assert(
        fc.property(trial, ({ report, anchors, edits }) => {
          const changes = edits.map(({ at, length, from, insert }): Edit => {
            const source = Math.floor(from * (pool.length - insert));
            return {
              at: Math.floor(at * report.clean.length),
              length,
              insert: pool.slice(source, source + insert),
            };
          });
          const edited = applyEdits(report, changes);
          for (const wanted of anchors) {
            const target = createTarget(report, rangeAt(report, wanted), '');
            if (target.position.start >= target.position.end) continue;
            if (edited.touches(target.position)) judgeInside(inside, edited, target);
            else judgeOutside(outside, edited, target);
          }
        }),
        { seed: SEED, numRuns: TEXTS },
      );
      const share = outside.found / outside.tried;
      console.log(
        `R18 anchors on edited reports: ${outside.tried + inside.tried} tried, ${outside.wrong.length + inside.wrong.length} on wrong text; edited around: ${outside.tried}, found ${(share * 100).toFixed(2)} %, ` +
          `unsure ${outside.unsure}, wrong ${outside.wrong.length}; edited inside: ${inside.tried}, ` +
          `found ${inside.found}, unsure ${inside.unsure}, wrong ${inside.wrong.length}`,
      );
      expect(outside.wrong).toEqual([]);
      expect(inside.wrong).toEqual([]);
      expect(outside.tried + inside.tried).toBeGreaterThan(9_900);
      expect(share).toBeGreaterThanOrEqual(0.99);
    },
  );

  it('never places a passage of which one figure has changed', { timeout: 120_000 }, () => {
    const digits = reports.flatMap((report) =>
      [...report.clean.matchAll(/\d/g)].map(({ index }) => ({ report, index })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...digits),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        ({ report, index }, before, after, step) => {
          const target = createTarget(report, { start: index - before, end: index + after }, '');
          const insert = String((Number(report.clean[index]) + step) % 10);
          const edited = applyEdits(report, [{ at: index, length: 1, insert }]);
          const answer = resolveTarget(edited.text, target);
          expect(answer.state).toBe('unsure');
        },
      ),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
