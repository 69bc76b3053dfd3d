import { describe, expect, it } from 'vitest';
import { compareMany, compareReports, describeState } from '../../../src/shared/compare';
import { parseReport } from '../../../src/shared/parse';
import type { Report } from '../../../src/shared/report';
import { readReport } from './rewriting';

const make = (raw: string, id = 'a'): Report => parseReport({ id, raw });

describe('pairs that are not ordinary', () => {
  const report = readReport('zhoukou-2023');

  it('says that a report stands against itself, and that all of it is the same', () => {
    const { state, rows } = compareReports(report, report);
    expect(state).toBe('itself');
    expect(new Set(rows.map(({ relation }) => relation))).toEqual(new Set(['same']));
  });

  it('says that two reports are identical', () => {
    expect(compareReports(report, { ...report, id: 'copy' }).state).toBe('identical');
  });

  it('says that only marks and spaces differ', () => {
    const [a, b] = [
      '一、2024年重点工作\n加快科技创新,培育企业10家。',
      '一、2024 年重点工作\n加快科技创新，培育企业１０家。',
    ];
    expect(compareReports(make(a), make(b, 'b')).state).toBe('unchanged');
  });

  it('says that the two have no topic in common', () => {
    const [a, b] = ['一、2023年工作回顾\n粮食总产4.4万吨。', '一、2024年重点工作\n新建公厕10座。'];
    const comparison = compareReports(make(a), make(b, 'b'));
    expect(comparison.state).toBe('no-common-topic');
    expect(comparison.rows.every(({ relation }) => relation.startsWith('only'))).toBe(true);
  });

  it('says which side has nothing, or that neither has', () => {
    const none = make('', 'none');
    expect(compareReports(none, none).state).toBe('empty');
    expect(compareReports(none, report).state).toBe('left-empty');
    expect(compareReports(report, none).state).toBe('right-empty');
    expect(compareReports(report, report, { roles: [] }).state).toBe('empty');
    expect(compareReports(readReport('chuanhui-2024'), report, { topic: '政府自身建设' }).state).toBe(
      'right-empty',
    );
  });

  it('has a Chinese sentence for each', () => {
    for (const state of [
      'itself',
      'identical',
      'unchanged',
      'no-common-topic',
      'empty',
      'left-empty',
    ] as const) {
      expect(describeState(state, '周口市 2023', '周口市 2025')).toMatch(/[\u4e00-\u9fff]{6}/);
    }
    expect(describeState('ordinary', '', '')).toBeNull();
    expect(describeState('right-empty', '周口市 2023', '周口市 2025')).toContain('周口市 2025 没有');
  });

  it('compares four times nothing without failing', () => {
    expect(compareMany([]).groups).toEqual([]);
    expect(compareMany([make(''), make('', 'b')]).groups).toEqual([]);
  });
});

describe('filters', () => {
  const [left, right] = [readReport('zhoukou-2023'), readReport('zhoukou-2025')];

  it('compares only the roles asked for', () => {
    const { blocks } = compareReports(left, right, { roles: ['plan'] });
    const roles = blocks.flatMap((block) => [
      ...block.left.map((section) => left.sections[section]?.role),
      ...block.right.map((section) => right.sections[section]?.role),
    ]);
    expect(new Set(roles)).toEqual(new Set(['plan']));
  });

  it('counts the sections of each topic on both sides, a gap as 0', () => {
    const { topics } = compareReports(left, right, { roles: ['plan'] });
    const of = (topic: string): readonly number[] | undefined =>
      topics.find((count) => count.topic === topic)?.sections;
    expect(of('科技创新')).toEqual([3, 1]);
    expect(of('农业农村')).toEqual([0, 3]);
    expect(of('政府自身建设')).toBeUndefined();
  });

  it('counts changes only for topics that were compared word for word', () => {
    const { topics } = compareReports(left, right, { topic: '科技创新' });
    expect(topics.filter(({ changes }) => changes !== null).map(({ topic }) => topic)).toEqual(['科技创新']);
  });
});
