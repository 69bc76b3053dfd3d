import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
    }),
  ),
});

const packages = Object.entries(Lock.parse(JSON.parse(read('package-lock.json'))).packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }));

/** 1.12.2 as numbers that compare in order. */
const order = (version: string): number =>
  version
    .split('-')[0]!
    .split('.')
    .reduce((sum, part) => sum * 10_000 + Number(part), 0);

const isWithin = (version: string, low: string, high: string): boolean =>
  order(version) >= order(low) && order(version) <= order(high);

/** The first version without the known holes; the sources are in docs/assertions.md. */
const SAFE_FROM: Readonly<Record<string, (version: string) => boolean>> = {
  'pdfjs-dist': (version) => isWithin(version, '4.2.67', '5.5.207') || order(version) >= order('6.2.108'),
  mammoth: (version) => order(version) >= order('1.12.2'),
  '@xmldom/xmldom': (version) => order(version) >= order('0.8.15'),
  jszip: (version) => order(version) >= order('3.8.0'),
  dompurify: (version) => order(version) >= order('3.4.17'),
};

const LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
];

/** Packages whose lock entry names no licence, with the one their LICENSE file gives. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'svg-tags': 'MIT' };

/** `(MIT OR GPL-3.0)` needs one licence of the list, `MIT AND Zlib` needs all. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => LICENCES.includes(one)));

describe('what is installed', () => {
  it('has no version with a known hole (S-31)', () => {
    const unsafe = packages.filter(({ name, version }) => version && SAFE_FROM[name]?.(version) === false);
    expect(unsafe.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  });

  it('is pinned by its hash, and runs no script of its own while it is installed (S-32)', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ resolved, integrity }) => resolved && !integrity)).toEqual([]);
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  it('is under a licence of the list (S-33)', () => {
    const foreign = packages
      .map(({ name, license }) => ({ name, license: license ?? READ_BY_HAND[name] ?? '' }))
      .filter(({ license }) => !isAllowed(license));
    expect(foreign).toEqual([]);
  });

  it('holds an Electron of the three majors that were supported when it was pinned (S-13)', () => {
    const electron = packages.find(({ name }) => name === 'electron');
    expect(Number(electron?.version?.split('.')[0])).toBeGreaterThanOrEqual(43);
  });
});
