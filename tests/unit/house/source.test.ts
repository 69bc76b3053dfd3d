import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/shared/commands';
import { FAULT_CODES } from '../../../src/shared/fault/codes';

const ROOT = fileURLToPath(new URL('../../../src/', import.meta.url));

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(ROOT + name, 'utf8') }));

it('shows text as text: no HTML is made of a string (S-16)', () => {
  expect(files.length).toBeGreaterThan(300);
  const making = /\b(?:inner|outer)HTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/;
  expect(files.filter(({ text }) => making.test(text)).map(({ name }) => name)).toEqual([]);
});

it('gives every exported type of src/shared a name of its own', () => {
  const places = new Map<string, readonly string[]>();
  for (const { name, text } of files.filter((file) => file.name.startsWith('shared/')))
    for (const [, type = ''] of text.matchAll(/^export (?:interface|type|class|enum) (\w+)/gm))
      places.set(type, [...(places.get(type) ?? []), name]);
  const doubled = [...places].filter(([, where]) => where.length > 1).map(([type]) => type);
  expect(doubled.toSorted()).toEqual([]);
});

it('has somebody who does each command, so that the lists of keys promise nothing', () => {
  const rest = files.filter(({ name }) => name !== 'shared/commands/commands.ts').map(({ text }) => text);
  const takes = (id: string): RegExp => new RegExp(`'${id}'|^\\s+${id}[:,]`, 'm');
  expect(COMMANDS.filter(({ id }) => !rest.some((text) => takes(id).test(text)))).toEqual([]);
});

it('names each fault code for something that is raised', () => {
  const rest = files.filter(({ name }) => name !== 'shared/fault/codes.ts').map(({ text }) => text);
  expect(FAULT_CODES.filter((code) => !rest.some((text) => text.includes(`'${code}'`)))).toEqual([]);
});
