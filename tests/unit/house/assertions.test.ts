import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** The rows of docs/assertions.md: number, what, and the tests or the reason why there are none. */
const rows = readFileSync(pathOf('docs/assertions.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , heldBy] = /^\|\s*(S-\d+|R\d+)\s*\|(.+)\|([^|]+)\|\s*$/.exec(line) ?? [];
    return number && heldBy ? [{ number, heldBy: heldBy.trim() }] : [];
  });

const NUMBERS = [
  ...Array.from({ length: 33 }, (_, at) => `S-${at + 1}`),
  ...Array.from({ length: 20 }, (_, at) => `R${at + 1}`),
];

/** A number as a test names it; no part of a longer word. */
const NUMBER = /(?<![\w-])(?:S-\d{1,2}|R\d{1,2})(?![\w-])/g;

describe('the list of assertions', () => {
  it('holds every number once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it('names every test that names a number', () => {
    const heldBy = new Map(rows.map((row) => [row.number, row.heldBy.split(', ')]));
    const tests = readdirSync(pathOf('tests'), { recursive: true, encoding: 'utf8' });
    const unlisted = tests.flatMap((name) => {
      if (!name.endsWith('.test.ts')) return [];
      const file = `tests/${name.replaceAll('\\', '/')}`;
      const named = new Set(readFileSync(pathOf(file), 'utf8').match(NUMBER) ?? []);
      return [...named].filter((one) => !heldBy.get(one)?.includes(file)).map((one) => `${one} ${file}`);
    });
    expect(unlisted).toEqual([]);
  });

  it.each(rows)('$number is named by the tests it names, or has its reason', ({ number, heldBy }) => {
    if (heldBy.startsWith('Not asserted')) return expect(heldBy.length).toBeGreaterThan(40);
    for (const file of heldBy.split(', ')) {
      expect(existsSync(pathOf(file)), file).toBe(true);
      expect(readFileSync(pathOf(file), 'utf8'), file).toMatch(new RegExp(`\\b${number}\\b`));
    }
  });
});
