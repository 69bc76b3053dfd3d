import { describe, expect, it } from 'vitest';
import { resolveTarget } from '../../../src/shared/anchor';
import { sliceRange, type AnnotationTarget } from '../../../src/shared/report';
import { anchoredText } from '../../helpers/anchored-text';

/**
 * What Apache Annotator's published cases of the TextQuoteSelector ask, on texts of this genre. Where theirs list every
 * match, ours places a passage only where there is one, and shows the reader the others.
 */
interface Case {
  readonly clean: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A selector as another program writes it: no position, no sentence. */
const resolve = ({ clean, exact, prefix = '', suffix = '' }: Case) => {
  const target: AnnotationTarget = {
    report: 'r',
    source: '',
    position: { start: 0, end: 0 },
    quote: { exact, prefix, suffix },
    sentence: { text: '', start: 0 },
  };
  return resolveTarget(anchoredText('r', clean), target);
};

const LINE = '全年粮食总产稳中有增,港口货物吞吐量稳步增长。';
const TWICE = '推进产业发展,推进城乡发展。';

describe('a quote that stands once', () => {
  it.each([
    ['in the middle', { clean: LINE, exact: '稳中有增,港口' }, 6],
    ['at the first character', { clean: LINE, exact: '全年粮食' }, 0],
    ['at the last character', { clean: LINE, exact: '稳步增长。' }, LINE.length - 5],
    ['across paragraphs', { clean: '粮食总产\n稳中有增', exact: '总产\n稳中' }, 2],
    ['as the whole text', { clean: '稳中有增', exact: '稳中有增' }, 0],
    ['with an empty prefix and suffix', { clean: LINE, exact: '货物吞吐量', prefix: '', suffix: '' }, 13],
  ] satisfies readonly (readonly [string, Case, number])[])('%s is placed', (_name, wanted, start) => {
    const answer = resolve(wanted);
    expect(answer.state).toBe('moved');
    expect(answer.state === 'moved' && answer.range).toEqual({ start, end: start + wanted.exact.length });
  });
});

describe('a quote that stands more than once', () => {
  it.each([
    ['in one sentence', { clean: TWICE, exact: '推进' }, 2],
    ['in several paragraphs', { clean: '发展产业。\n发展城乡。\n发展民生。', exact: '发展' }, 3],
    ['overlapping itself', { clean: '高高高', exact: '高高' }, 2],
    [
      'with the same context on both sides',
      { clean: '甲港口乙,甲港口乙', exact: '港口', prefix: '甲', suffix: '乙' },
      2,
    ],
  ] satisfies readonly (readonly [string, Case, number])[])(
    '%s is left to the reader, who sees all',
    (_name, wanted, count) => {
      const answer = resolve(wanted);
      expect(answer.state).toBe('unsure');
      const candidates = answer.state === 'unsure' ? answer.candidates : [];
      expect(candidates).toHaveLength(count);
      for (const range of candidates) expect(sliceRange(wanted.clean, range)).toBe(wanted.exact);
    },
  );

  it.each([
    ['a prefix', { clean: TWICE, exact: '推进', prefix: '产业发展,' }, 7],
    ['a suffix', { clean: TWICE, exact: '推进', suffix: '城乡发展' }, 7],
    ['both', { clean: TWICE, exact: '发展', prefix: '推进产业', suffix: ',推进' }, 4],
  ] satisfies readonly (readonly [string, Case, number])[])('is told apart by %s', (_name, wanted, start) => {
    const answer = resolve(wanted);
    expect(answer.state === 'unsure' ? answer : answer.range.start).toBe(start);
  });
});

describe('a quote that does not stand there', () => {
  it.each([
    ['no such words', { clean: LINE, exact: '人工智能产业' }],
    ['another prefix', { clean: LINE, exact: '港口', prefix: '去年的铁路运输与内河' }],
    ['another suffix', { clean: LINE, exact: '港口', suffix: '建设投资完成三百亿元' }],
    ['an empty quote', { clean: LINE, exact: '' }],
    ['an empty quote with a context that stands', { clean: LINE, exact: '', prefix: '全年', suffix: '粮食' }],
    ['an empty text', { clean: '', exact: '港口' }],
  ] satisfies readonly (readonly [string, Case])[])('is not placed: %s', (_name, wanted) => {
    expect(resolve(wanted).state).toBe('unsure');
  });
});
