/**
 * The W3C's own JSON schemas of the Web Annotation Data Model, read from a checkout of
 * https://github.com/w3c/web-annotation-tests. They are of draft 4 and name each other by their bare file names; ajv
 * takes them once their names are `$id`s.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { isIri } from '../../../src/shared/exchange/iri';

/** What an assertion is about. */
export type Subject = 'annotation' | 'collection' | 'page';

export interface Must {
  readonly name: string;
  readonly title: string;
  readonly subject: Subject;
  /** Whether what is right passes the schema, or fails it. */
  readonly expected: boolean;
  readonly validate: ValidateFunction;
}

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Draft 4 as ajv reads it: `id` is `$id`, the draft is not named, and a bound that is left out is a number of its own. */
const modern = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(modern);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, unknown])[] => {
    if (key === '$schema') return [];
    if (key === 'id' && typeof inner === 'string') return [['$id', inner]];
    if (key === 'exclusiveMinimum' && inner === true) return [[key, value['minimum']]];
    return typeof inner === 'boolean' && key.startsWith('exclusive') ? [] : [[key, modern(inner)]];
  });
  return Object.fromEntries(entries);
};

const subjectOf = (path: string): Subject => {
  const folders = path.split(sep);
  if (folders.includes('pages')) return 'page';
  return folders.includes('collections') ? 'collection' : 'annotation';
};

const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text));

/** The schemas that say MUST, each once by its file name, ready to judge. Throws where one names another that is not there. */
export const readMusts = (folder: string): readonly Must[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.split(sep).some((part) => part.startsWith('.')))
    .toSorted();
  const ajv = new Ajv({ strict: false, formats: { uri: isIri, 'date-time': isTime } });
  const musts = new Map<string, { readonly path: string; readonly schema: Schema }>();
  for (const path of files) {
    const schema = modern(JSON.parse(readFileSync(join(folder, path), 'utf8')));
    if (!isObject(schema)) continue;
    const name = basename(path);
    if (path.split(sep).includes('definitions')) ajv.addSchema({ ...schema, $id: name });
    else if (schema['assertionType'] === 'must' && !musts.has(name)) musts.set(name, { path, schema });
  }
  return [...musts].map(([name, { path, schema }]) => ({
    name,
    title: typeof schema['title'] === 'string' ? schema['title'] : name,
    subject: subjectOf(path),
    expected: schema['expectedResult'] !== 'invalid',
    validate: ajv.compile({ ...schema, $id: name }),
  }));
};

/** Folder of the checkout: `W3C_ANNOTATION_TESTS`, else the one beside ../shared; null where there is none. */
export const findCheckout = (beside: string): string | null =>
  [process.env['W3C_ANNOTATION_TESTS'] ?? '', join(beside, 'web-annotation-tests')].find(
    (folder) => folder !== '' && existsSync(join(folder, 'definitions')),
  ) ?? null;
