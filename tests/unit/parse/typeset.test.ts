import { expect, test } from 'vitest';
import { typeset, typesetCount } from '../../../src/shared/parse';
import { BUNDLED, parseBundled } from './reports';

test.each([
  ['增长6.5%,居全省第1位', '增长6.5%，居全省第1位'],
  ['展望:2023年工作总体要求', '展望：2023年工作总体要求'],
  ['支持;培育(车间)', '支持；培育（车间）'],
  ['1,200家企业', '1,200家企业'],
  ['12:30开会', '12:30开会'],
  ['5A级,4A级', '5A级，4A级'],
  ['the plan, as is', 'the plan, as is'],
])('%s', (text, shown) => {
  expect(typeset(text)).toBe(shown);
});

test.each(BUNDLED)('%s keeps its length, its figures and its words', (id) => {
  const { clean } = parseBundled(id);
  const shown = typeset(clean);
  expect(shown).toHaveLength(clean.length);
  expect(shown.normalize('NFKC')).toBe(clean.normalize('NFKC'));
  const changed = shown.split('').filter((mark, index) => mark !== clean[index]);
  expect(changed).toHaveLength(typesetCount(clean));
  expect(shown).not.toMatch(/[\u4e00-\u9fff][,:;?!][\u4e00-\u9fff]/);
});
