import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { annotationToJsonLd, toJsonLd } from '../../../src/shared/exchange';
import { removeFolder, temporaryFolder } from '../../helpers/places';
import { anyNote, note, passage } from './notes';
import { findCheckout, readMusts, type Must, type Subject } from './w3c-schemas';

const checkout = findCheckout(fileURLToPath(new URL('../../../../', import.meta.url)));
if (checkout === null)
  console.log(
    'w3c-schemas.test：没有 w3c/web-annotation-tests（W3C_ANNOTATION_TESTS 或 ../web-annotation-tests），跳过 W3C 自己的检查；web-annotation.test 照自己的模式检查同样的要求。',
  );

const NOTES = [
  note(),
  note({ text: '甲', tags: ['乙', '丙'], underline: true }),
  note({ text: '两处' }, { targets: [passage('zhoukou-2025', '港口'), passage('zhoukou-2022', '港口')] }),
  ...fc.sample(anyNote, { seed: 15, numRuns: 196 }).map((each, at) => ({ ...each, id: `${each.id}${at}` })),
];

/** Everything an export holds, by what the W3C's assertions are about. */
const exported = (): Readonly<Record<Subject, readonly unknown[]>> => {
  const collection = JSON.parse(toJsonLd(NOTES)) as { readonly first: unknown };
  return {
    annotation: NOTES.map((each) => JSON.parse(JSON.stringify(annotationToJsonLd(each))) as unknown),
    collection: [collection],
    page: [collection.first],
  };
};

const failing = ({ validate, expected }: Must, all: readonly unknown[]): readonly unknown[] =>
  all.filter((each) => validate(each) !== expected);

describe.skipIf(checkout === null)('the W3C’s own MUSTs (needs a checkout of web-annotation-tests)', () => {
  const musts = checkout === null ? [] : readMusts(checkout);

  it('are there, of annotations and of collections', () => {
    expect(musts.filter(({ subject }) => subject === 'annotation').length).toBeGreaterThan(20);
    expect(musts.some(({ subject }) => subject === 'collection')).toBe(true);
  });

  it.each(musts.map((must) => [must.name, must] as const))('%s holds for every note exported', (_, must) => {
    expect(failing(must, exported()[must.subject]), must.title).toEqual([]);
  });
});

describe('how the W3C’s schemas are read', () => {
  const folder = temporaryFolder();
  afterAll(async () => removeFolder(await folder));

  const write = (root: string, path: string, schema: object): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(
      join(root, path),
      JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', ...schema }),
    );
  };

  it('finds the MUSTs, follows their names from file to file, and refuses what breaks them', async () => {
    const root = await folder;
    write(root, 'definitions/names.json', {
      id: 'names.json',
      definitions: {
        address: { type: 'string', format: 'uri' },
        named: { required: ['id'], properties: { id: { $ref: '#/definitions/address' } } },
      },
    });
    const must = { assertionType: 'must', expectedResult: 'valid' };
    write(root, 'annotations/named.json', {
      ...must,
      id: 'named.json',
      $ref: 'names.json#/definitions/named',
    });
    write(root, 'annotations/optional.json', { ...must, assertionType: 'may', required: ['stylesheet'] });
    write(root, 'bodies/no-value.json', { ...must, expectedResult: 'invalid', required: ['bodyValue'] });
    write(root, 'collections/first.json', { ...must, required: ['first'] });
    write(root, 'collections/pages/items.json', { ...must, required: ['items'] });
    const musts = readMusts(root);
    expect(musts.map(({ name, subject }) => `${subject} ${name}`)).toEqual([
      'annotation named.json',
      'annotation no-value.json',
      'collection first.json',
      'page items.json',
    ]);
    const all = exported();
    for (const each of musts) expect(failing(each, all[each.subject]), each.name).toEqual([]);
    const [named, none, first, items] = musts;
    expect(failing(named!, [{ id: '第一条' }, {}])).toHaveLength(2);
    expect(failing(none!, [{ bodyValue: '甲' }])).toHaveLength(1);
    expect([...failing(first!, [{}]), ...failing(items!, [{}])]).toHaveLength(2);
  });
});
