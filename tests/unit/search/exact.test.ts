import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit, SearchIndex } from '../../../src/shared/search';
import { createIndex, search, shadowOf } from '../../../src/shared/search';
import { bundledLines, passagesFrom } from './library';

/** What a person with endless patience would find: each place of the words in each shadow, left to right. */
const bruteForce = (shadows: readonly string[], words: string): readonly string[] =>
  shadows.flatMap((shadow, at) => {
    const places = shadow.split(words).length - 1;
    return places > 0 ? [`r#${at}×${places}`] : [];
  });

/** All places of the words: as they stand, and as a part of a longer number. */
function searched(index: SearchIndex, words: string): readonly Hit[] {
  const { hits, part } = search(index, `"${words}"`, { limit: Infinity, nearLimit: Infinity });
  return [...hits, ...part.hits];
}

function listed(hits: readonly Hit[]): readonly string[] {
  const counts = new Map<Hit['passage'], number>();
  for (const { passage, matches } of hits) counts.set(passage, (counts.get(passage) ?? 0) + matches.length);
  return [...counts].toSorted(([a], [b]) => a.start - b.start).map(([{ id }, count]) => `${id}×${count}`);
}

/** Matches whose characters do not say the words; a part of ㎡ is shown as the whole of it. */
const strays = (hits: readonly Hit[], words: string): readonly string[] =>
  hits.flatMap(({ passage, matches }) =>
    matches
      .map(({ range }) => passage.text.slice(range.start - passage.start, range.end - passage.start))
      .filter((text) => shadowOf(text) !== words && !/[㎡-㏕]/.test(text)),
  );

describe('exact search', () => {
  it('finds everything brute force finds and nothing else, on the bundled reports', () => {
    const passages = passagesFrom(bundledLines());
    const index = createIndex(passages);
    const shadows = passages.map(({ text }) => shadowOf(text));
    const all = shadows.join('\n');
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.constantFrom(1, 2, 3, 4, 8, 15), (at, length) => {
        const words =
          all
            .slice(at, at + length)
            .split('\n')[0]
            ?.trim()
            .replaceAll('"', '') ?? '';
        fc.pre(words !== '');
        const hits = searched(index, words);
        expect(listed(hits)).toEqual(bruteForce(shadows, words));
        expect(strays(hits, words)).toEqual([]);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('agrees with brute force on any text, however strange', () => {
    const text = fc.array(
      fc.constantFrom('港', '口', '8', '%', ' ', ',', 'a', '\ud83d', '\u0000', '。', '港口'),
      { maxLength: 12 },
    );
    const texts = fc.array(
      text.map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('港口', '口', '港港', '8%', '口港口', 'a8', '港口8%', '88'),
        (lines, words) => {
          const passages = passagesFrom(lines);
          expect(listed(searched(createIndex(passages), words))).toEqual(
            bruteForce(lines.map(shadowOf), words),
          );
        },
      ),
      { seed: 11, numRuns: 500 },
    );
  });

  it.each(['８％', '8%', '8 %', '"8 %"'])('finds 8% however it is typed: %s', (query) => {
    const index = createIndex(passagesFrom(['进出口总额增长８％。', '增长8 %以上', '增长 8%', '增长9%']));
    expect(search(index, query).total).toEqual({ matches: 3, passages: 3, reports: 1 });
  });
});
