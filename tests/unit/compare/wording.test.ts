import { describe, expect, it } from 'vitest';
import { DEFAULT_STOP_WORDS, isCut, RESOLVE, traceWording, type Term } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { readReport } from './rewriting';

const REPORTS = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025'].map(readReport);
const wording = traceWording(REPORTS);
const names = (terms: readonly Term[]): readonly string[] => terms.map(({ text }) => text);
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}+%]/gu, '');

describe('terms that are new or gone', () => {
  it('finds the new ones a reader named', () => {
    expect(names(wording.fresh)).toEqual(
      expect.arrayContaining(['四高四争先', '十二个紧盯', '五个清单', '高效办成一件事', '领跑县', '清四乱']),
    );
  });

  it('finds those no longer said', () => {
    expect(names(wording.dropped)).toEqual(
      expect.arrayContaining([
        '中国式现代化',
        '人才房',
        '人人持证·技能河南',
        '项目为王',
        '万人助万企',
        '六稳',
        '六保',
      ]),
    );
  });

  it('does not call new or gone what both years say', () => {
    const listed = [...names(wording.fresh), ...names(wording.dropped)];
    for (const both of ['三个一批', '十大战略', '两个确保', '专精特新']) expect(listed).not.toContain(both);
  });

  it('counts in the texts themselves, and per 10,000 characters', () => {
    for (const term of [...wording.fresh, ...wording.dropped]) {
      term.counts.forEach((count, at) => {
        const [text, needle] = [bare(REPORTS[at]?.clean ?? ''), bare(term.text)];
        if (term.kind === 'quoted' && needle.length > 3)
          expect(text.split(needle).length - 1, term.text).toBe(count);
        expect(term.rates[at]).toBeCloseTo((10_000 * count) / (wording.characters[at] ?? 1));
      });
    }
  });

  it('quotes every occurrence at its place', () => {
    for (const term of [...wording.fresh, ...wording.dropped]) {
      expect(term.occurrences.length).toBe(term.counts.reduce((sum, count) => sum + count, 0));
      for (const { report, range, sentence } of term.occurrences) {
        const { clean } = REPORTS[report] as Report;
        expect(bare(clean.slice(range.start, range.end))).toBe(bare(term.text));
        expect(sentence.start <= range.start && range.end <= sentence.end).toBe(true);
      }
    }
  });

  it('lists whole terms: no congresses, no counts, no part of a longer one', () => {
    for (const name of [...names(wording.fresh), ...names(wording.dropped)]) {
      expect(name).not.toMatch(/二十大|^一个|个月$|^第/);
      expect(name.length).toBeGreaterThanOrEqual(2);
    }
    expect(names(wording.fresh)).not.toContain('个清单');
  });

  it('quotes clauses that hold the term and lie in its sentence', () => {
    const terms = [...wording.fresh, ...wording.dropped];
    for (const { range, sentence, excerpt } of terms.flatMap(({ occurrences }) => occurrences)) {
      expect(excerpt.start).toBeGreaterThanOrEqual(sentence.start);
      expect(excerpt.end).toBeLessThanOrEqual(sentence.end);
      expect([excerpt.start <= range.start, range.end <= excerpt.end]).toEqual([true, true]);
      expect(excerpt.end - excerpt.start).toBeLessThanOrEqual(64);
    }
    const slogan = wording.fresh.find(({ text }) => text === '四高四争先')?.occurrences[0];
    expect(slogan && REPORTS[slogan.report]?.clean.slice(slogan.excerpt.start, slogan.excerpt.end)).toBe(
      '聚焦“四高四争先”,围绕建设国家区域中心城市',
    );
  });

  it('marks as cut only what begins or ends in the midst of a clause', () => {
    const text = '筹建1680套“人才房”,\n  持续推进\n建成';
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    expect(isCut(text, at('持续推进'))).toEqual({ before: false, after: false });
    expect(isCut(text, at('筹建1680套“人才房”'))).toEqual({ before: false, after: false });
    expect(isCut(text, at('建1680套'))).toEqual({ before: true, after: true });
    expect(isCut(text, at('建成'))).toEqual({ before: false, after: false });
  });

  it('looks only at the part asked for', () => {
    const plan = traceWording(REPORTS, { roles: ['plan'] });
    const whole = new Set(wording.characters);
    expect(plan.characters.some((count) => whole.has(count))).toBe(false);
    expect(names(plan.fresh)).not.toContain('轧机之王');
    for (const { occurrences } of [...plan.fresh, ...plan.dropped])
      for (const { report, section } of occurrences)
        expect(REPORTS[report]?.sections[section]?.role).toBe('plan');
    expect(traceWording(REPORTS, { roles: ['review'] }).shifts).toEqual([]);
  });

  it('says which other report has a new term already', () => {
    const others = [readReport('chuanhui-2024')];
    const { fresh } = traceWording(REPORTS, { others });
    expect(fresh.find(({ text }) => text === '五个清单')?.elsewhere).toEqual(['chuanhui-2024']);
    expect(fresh.find(({ text }) => text === '四高四争先')?.elsewhere).toEqual([]);
  });

  it('leaves out the words the reader does not want to see', () => {
    const less = traceWording(REPORTS, { stopWords: [...DEFAULT_STOP_WORDS, '五个清单'] });
    expect(names(less.fresh)).toEqual(names(wording.fresh).filter((name) => name !== '五个清单'));
  });

  it('takes a word of the dictionary for a term wherever it stands', () => {
    const find = (listed: readonly string[]) =>
      traceWording(REPORTS, { listed }).fresh.find(({ text }) => text === '全国统一大市场');
    const once = find(['全国统一大市场']);
    expect([once?.kind, once?.counts]).toEqual(['listed', [0, 0, 1]]);
    expect(find([])).toBeUndefined();
  });

  it('has nothing to say of one report', () => {
    const { fresh, dropped, shifts } = traceWording(REPORTS.slice(0, 1));
    expect([fresh, dropped, shifts]).toEqual([[], [], []]);
  });
});

describe('strength', () => {
  const plan = (id: string, year: number, sentence: string): Report =>
    parseReport({ id, raw: `一、${year}年重点工作安排\n${sentence}\n` });
  const shift = (before: string, after: string) =>
    traceWording([plan('a', 2023, before), plan('b', 2024, after)]).shifts[0];

  it.each([
    ['力争新增专利授权3000件。', '确保新增专利授权4000件。', '力争', '确保', 'stronger'],
    ['加快沙颍河航运枢纽工程建设。', '全面完成沙颍河航运枢纽工程建设。', '加快', '全面完成', 'stronger'],
    ['确保沙颍河航运枢纽工程通航。', '推动沙颍河航运枢纽工程通航。', '确保', '推动', 'weaker'],
    ['规上企业研发活动覆盖率达到65%以上。', '推进规上企业研发活动全覆盖。', '65%以上', '全覆盖', 'stronger'],
    ['力争新增专利授权3000件。', '新增专利授权3000件。', '力争', '', 'unsure'],
  ])('%s -> %s', (before, after, from, to, direction) => {
    const found = shift(before, after);
    expect([found?.from.word, found?.to.word, found?.direction]).toEqual([from, to, direction]);
  });

  it('is silent where the force is the same', () => {
    expect(shift('加快沙颍河航运枢纽工程建设。', '加快沙颍河航运枢纽二期工程建设。')).toBeUndefined();
  });

  it('is silent about results', () => {
    const review = (id: string, sentence: string): Report =>
      parseReport({ id, raw: `一、2023年工作回顾\n${sentence}\n` });
    const reports = [review('a', '力争新增专利授权3000件。'), review('b', '确保新增专利授权4000件。')];
    expect(traceWording(reports).shifts).toEqual([]);
  });

  it('finds in the bundled reports what a reader found', () => {
    const found = wording.shifts.map(({ from, to, direction }) => `${from.word}>${to.word}:${direction}`);
    expect(found).toEqual(
      expect.arrayContaining(['谋划推动>加快建设:stronger', '65%以上>全覆盖:stronger', '力争……以上>:unsure']),
    );
  });

  it('points at the words it names', () => {
    for (const { from, to } of wording.shifts) {
      for (const { report, word, ranges } of [from, to]) {
        const words = ranges.map(({ start, end }) => REPORTS[report]?.clean.slice(start, end));
        expect(words.join('……')).toBe(word);
      }
    }
  });

  it('has a scale without a word on two steps', () => {
    const words = RESOLVE.steps.flat();
    expect(new Set(words).size).toBe(words.length);
  });
});
