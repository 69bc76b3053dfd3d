import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Passage } from '../../../src/shared/search';

const FOLDER = resolve(import.meta.dirname, '../../../resources/reports');

/** Passages made of given texts, for tests that need no real report. */
export const passagesFrom = (texts: readonly string[], facts: Partial<Passage> = {}): readonly Passage[] => {
  let start = 0;
  return texts.map((text, at) => {
    const passage: Passage = {
      id: `${facts.report ?? 'r'}#${at}`,
      report: 'r',
      title: '政府工作报告',
      place: '周口市',
      year: 2024,
      role: 'plan',
      period: '2024',
      topic: '其他',
      heading: '',
      kind: 'prose',
      ...facts,
      text,
      start,
    };
    start += text.length + 1;
    return passage;
  });
};

/** The lines of the bundled reports, as raw texts. */
export const bundledLines = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(resolve(FOLDER, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
