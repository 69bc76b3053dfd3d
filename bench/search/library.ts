import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseReport } from '../../src/shared/parse';
import { ROLES, TOPICS } from '../../src/shared/report';
import type { Passage } from '../../src/shared/search';
import { passagesOf } from '../../src/shared/search';
import type { Random } from './random';
import { pick, whole } from './random';

const FOLDER = resolve(import.meta.dirname, '../../resources/reports');

/** The passages of the bundled reports. */
export const bundledPassages = (): readonly Passage[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const raw = readFileSync(resolve(FOLDER, name), 'utf8');
      return passagesOf(parseReport({ id: name.slice(0, -4), raw }));
    });

const PASSAGES_PER_REPORT = 100;
const CHANGED_CLAUSES = 0.3;
const FIRST_YEAR = 1999;
const YEARS = 27;
const PLACES = [
  '周口市',
  '川汇区',
  '淮阳区',
  '项城市',
  '西华县',
  '商水县',
  '太康县',
  '鹿邑县',
  '郸城县',
  '沈丘县',
  '扶沟县',
];

/**
 * A library of the wanted size out of the bundled texts: each paragraph is made of clauses of them in a new
 * order; in part of the clauses numbers are new and one character stands in for another, as other places and
 * years would have it. About half of what a real library of that size has in different pairs of characters.
 */
export function generateLibrary(size: number, random: Random): readonly Passage[] {
  const clauses = bundledPassages().flatMap(({ text }) => text.match(/[^，,。；;、]+[，,。；;、]?/g) ?? []);
  const characters = [...new Set(clauses.join(''))].filter((char) => /\p{Script=Han}/u.test(char));
  const passages: Passage[] = [];
  let start = 0;
  for (let at = 0; at < size; at++) {
    const report = Math.floor(at / PASSAGES_PER_REPORT);
    if (at % PASSAGES_PER_REPORT === 0) start = 0;
    const text = paragraph(clauses, characters, random);
    passages.push({
      id: `g${report}#${at % PASSAGES_PER_REPORT}`,
      report: `g${report}`,
      title: '政府工作报告',
      place: PLACES[report % PLACES.length] ?? null,
      year: FIRST_YEAR + (report % YEARS),
      role: pick(random, ROLES),
      period: null,
      topic: pick(random, TOPICS),
      heading: '',
      kind: at % 10 === 0 ? 'heading' : 'prose',
      text,
      start,
    });
    start += text.length + 1;
  }
  return passages;
}

/** Place in the library of a generated passage. */
export function numberOfPassage({ id }: Passage): number {
  const [report = '', number = ''] = id.slice(1).split('#');
  return Number(report) * PASSAGES_PER_REPORT + Number(number);
}

function paragraph(clauses: readonly string[], characters: readonly string[], random: Random): string {
  const count = 1 + whole(random, 9);
  return Array.from({ length: count }, () => variant(pick(random, clauses), characters, random)).join('');
}

function variant(clause: string, characters: readonly string[], random: Random): string {
  const renumbered = clause.replace(/\d(?!G)/g, () => String(whole(random, 10)));
  if (random() > CHANGED_CLAUSES) return renumbered;
  const at = whole(random, renumbered.length);
  return renumbered.slice(0, at) + pick(random, characters) + renumbered.slice(at + 1);
}
