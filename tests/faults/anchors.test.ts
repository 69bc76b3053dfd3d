import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTarget, resolveTarget, type AnchoredText } from '../../src/shared/anchor';
import { shadowOf } from '../../src/shared/anchor/shadow';
import type { AnnotationTarget, Range } from '../../src/shared/report';
import { anchoredText } from '../helpers/anchored-text';
import { bundledReports } from '../helpers/bundled-reports';
import { tell, times } from '../helpers/faults';

const TEXTS = times(40, 500);
const ANCHORS = 20;

const reports = bundledReports();
const pool = reports.map(({ clean }) => clean).join('');

/** What becomes of each character of a text, and what comes in before it. */
type Rewrite = (character: string, at: number) => string;

/** A share of a text or of a choice, from 0 on and below 1. */
const share = fc.noBias(fc.nat(999_999)).map((n) => n / 1_000_000);

const someOf = (text: string, from: number, length: number): string => {
  const start = Math.floor(from * (text.length - length));
  return text.slice(start, start + length);
};

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Places at which a few changes of a text stand, never inside one of the anchors. */
const spots = (text: string, from: number, anchors: readonly Range[]): ReadonlySet<number> =>
  new Set(
    Array.from({ length: 8 }, (_, i) => Math.floor(((from + i * 0.137) % 1) * text.length)).filter(
      (at) => !anchors.some(({ start, end }) => at >= start && at < end),
    ),
  );

/** Ways in which a text comes back changed around the anchors, or written otherwise in all of it. */
const CHANGES: Readonly<Record<string, (text: string, from: number, anchors: readonly Range[]) => Rewrite>> =
  {
    insert: (text, from, anchors) => {
      const at = spots(text, from, anchors);
      return (c, i) => (at.has(i) ? someOf(pool, (from + i / text.length) % 1, 14) + c : c);
    },
    delete: (text, from, anchors) => {
      const at = spots(text, from, anchors);
      return (c, i) => (at.has(i) ? '' : c);
    },
    replace: (text, from, anchors) => {
      const at = spots(text, from, anchors);
      return (c, i) => (at.has(i) ? someOf(pool, (from + i / text.length) % 1, 6) : c);
    },
    'characters beyond the first plane': (text, from, anchors) => {
      const at = spots(text, from, anchors);
      return (c, i) => (at.has(i) ? `𠮷𝟜😀${c}` : c);
    },
    'a sentence repeated elsewhere': (text, from, anchors) => {
      const at = spots(text, from, anchors);
      const [first] = anchors;
      const start = text.lastIndexOf('。', first?.start ?? 0) + 1;
      const copy = text.slice(start, text.indexOf('。', first?.end ?? 0) + 1);
      return (c, i) => (at.has(i) && c === '\n' ? `\n${copy}${c}` : c);
    },
    'other paragraphs': () => (c) => (c === '\n' ? '' : c === '。' ? '。\n\n' : c),
    'every sentence a paragraph, indented': () => (c) => (c === '。' || c === '；' ? `${c}\n　　` : c),
    'full width': () => (c) => wide(c),
    'half width': () => (c) => c.replace(/[！-～]/g, (w) => w.normalize('NFKC')),
    NFKC: () => (c) => c.normalize('NFKC'),
    NFD: () => (c) => c.normalize('NFD'),
    'variation selectors': () => (c) => (/[国省市]/.test(c) ? `${c}\uFE00` : c),
    'compatibility ideographs': () => (c) => c.replace('金', '\uF90A').replace('立', '\uF9F7'),
    'zero-width characters': () => (c) => (c === '的' ? '的\u200B' : c),
  };

interface Changed {
  readonly text: AnchoredText;
  /** Where a range of the old text is now. */
  readonly moved: (range: Range) => Range;
  /** Two ranges with the same visible characters between the same visible characters. */
  readonly same: (a: Range, b: Range) => boolean;
}

const rewritten = ({ id, clean }: AnchoredText, rewrite: Rewrite): Changed => {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let i = 0; i < clean.length; i += 1) {
    const now = rewrite(clean[i] ?? '', i);
    // What comes in before a character is not part of it.
    starts.push(text.length + Math.max(0, now.lastIndexOf(clean[i] ?? '')));
    text += now;
    ends.push(text.length);
  }
  const visible = shadowOf(text).starts;
  const before = (offset: number): number => {
    let [low, high] = [0, visible.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((visible[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text: anchoredText(id, text),
    moved: ({ start, end }) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }),
    same: (a, b) => before(a.start) === before(b.start) && before(a.end) === before(b.end),
  };
};

const anchor = fc.record({ at: share, length: fc.noBias(fc.integer({ min: 4, max: 64 })) });
const trial = fc.record({
  report: fc.constantFrom(...reports),
  anchors: fc.array(anchor, { minLength: ANCHORS, maxLength: ANCHORS }),
  from: share,
});

const targetsOf = (report: AnchoredText, anchors: readonly { at: number; length: number }[]) =>
  anchors
    .map(({ at, length }) => {
      const start = Math.floor(at * (report.clean.length - length));
      return createTarget(report, { start, end: start + length }, '');
    })
    .filter(({ position }) => position.start < position.end);

describe('passages of a text that comes back otherwise (R18)', () => {
  it('are found where they are now, or said to be unsure, and never elsewhere', { timeout: 900_000 }, () => {
    const names = Object.keys(CHANGES);
    const wrong: string[] = [];
    const unsure = new Map<string, number>();
    let [tried, found] = [0, 0];
    const judge = (name: string, changed: Changed, target: AnnotationTarget): void => {
      tried += 1;
      const answer = resolveTarget(changed.text, target);
      if (answer.state === 'unsure') unsure.set(name, (unsure.get(name) ?? 0) + 1);
      else if (changed.same(answer.range, changed.moved(target.position))) found += 1;
      else
        wrong.push(
          `${name}: ${target.quote.exact} -> ${changed.text.clean.slice(answer.range.start - 5, answer.range.end + 5)}`,
        );
    };
    for (const [round, { report, anchors, from }] of fc
      .sample(trial, { seed: 18, numRuns: TEXTS })
      .entries()) {
      const name = names[round % names.length] ?? '';
      const targets = targetsOf(report, anchors);
      const places = targets.map(({ position }) => position);
      const changed = rewritten(report, CHANGES[name]?.(report.clean, from, places) ?? ((c) => c));
      for (const target of targets) judge(name, changed, target);
    }
    const kinds = [...unsure].map(([name, count]) => `${name} ${count}`).join(', ');
    tell(
      'R18',
      `anchors under ${names.length} kinds of change`,
      tried,
      wrong,
      `${((found / tried) * 100).toFixed(2)} % found; unsure: ${kinds || 'none'}`,
    );
    expect(found / tried).toBeGreaterThanOrEqual(0.99);
  });
});
