import { describe, expect, it } from 'vitest';
import { factsOf, type FilingFacts } from '../../../src/shared/library';
import type { ImportItem, ReadItem } from '../../../src/renderer/state/import/item';
import { settleTwins, withChoice } from '../../../src/renderer/state/import/twin-choices';
import { inventedReport } from '../../helpers/invented-report';
import { bytesOf, imported } from '../import/files';

type Item = ImportItem & ReadItem & { readonly step: 'ready' | 'asks' };

const reportOf = async (name: string): Promise<Item> => {
  const reading = {
    imported: await imported(name, bytesOf(inventedReport('云岚县', 2026))),
    original: null,
  };
  const facts = factsOf(reading.imported);
  return { key: name, name, reading, facts, twin: null, choice: null, step: 'ready' };
};

const likeness = { kind: 'near', differing: 1, places: 1, characters: 1 } as const;

/** Two files of one report: the second is held against the first, and comes from a format that ranks so. */
const pair = async (format: 'pdf' | 'text', facts: Partial<FilingFacts> = {}): Promise<readonly Item[]> => {
  const [first, second] = await Promise.all([reportOf('甲.txt'), reportOf('乙.txt')]);
  const twin = { id: first.key, where: 'list', name: first.name, format, likeness } as const;
  return [first, { ...second, facts: { ...second.facts, ...facts }, twin, step: 'asks' }];
};

const steps = (items: readonly ImportItem[]) => items.map(({ step }) => step);

describe('two files of one report', () => {
  it('the better one is taken, and the other gives way', async () => {
    const items = await pair('pdf');
    const settled = settleTwins(items);
    expect(steps(settled)).toEqual(['left', 'ready']);
    expect(settled[0]).toMatchObject({ choice: 'drop', twin: { id: '乙.txt', where: 'list' } });
  });

  it('the one that is no better is left', async () => {
    expect(steps(settleTwins(await pair('text')))).toEqual(['ready', 'left']);
  });

  it('what cannot be filed is not taken: a year no report has, a title of nothing', async () => {
    for (const facts of [{ year: 1800 }, { title: ' ' }, { place: null }]) {
      const items = await pair('pdf', facts);
      expect(settleTwins(items)).toBe(items);
    }
  });

  it('a choice of the reader stands', async () => {
    const items = withChoice(await pair('pdf'), '乙.txt', 'both');
    expect(steps(items)).toEqual(['ready', 'ready']);
    expect(settleTwins(items)).toEqual(items);
    expect(steps(settleTwins(withChoice(await pair('pdf'), '乙.txt', 'drop')))).toEqual(['ready', 'left']);
  });
});
