import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearHighlight, HIGHLIGHTS, paint } from '../../src/renderer/views/text/highlight';
import { mapText } from '../../src/renderer/views/text/text-map';
import { createTarget, resolveTarget } from '../../src/shared/anchor';
import { parseReport } from '../../src/shared/parse';
import { sliceRange, type Range as CleanRange, type Report } from '../../src/shared/report';
import raw from '../../resources/reports/zhoukou-2025.txt?raw';

const report: Report = parseReport({ id: 'zhoukou-2025', raw });

let pane: HTMLElement;

/** The report as the reader shows it: paragraphs with `data-start`, here and there a number in an element of its own. */
const showReport = (): HTMLElement => {
  const root = document.createElement('article');
  for (const { range } of report.paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.dataset['start'] = String(range.start);
    for (const part of sliceRange(report.clean, range).split(/(\d+)/)) {
      const holder = /^\d/.test(part) ? paragraph.appendChild(document.createElement('span')) : paragraph;
      holder.append(part);
    }
    root.append(paragraph);
  }
  return document.body.appendChild(root);
};

beforeEach(() => {
  pane = showReport();
});

afterEach(() => {
  pane.remove();
  HIGHLIGHTS.forEach(clearHighlight);
});

const inParagraphs = ({ start, end }: CleanRange): CleanRange[] =>
  report.paragraphs.flatMap(({ range }) =>
    range.start <= start && end <= range.end && start < end ? [{ start, end }] : [],
  );

const anyRange = fc
  .record({ at: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 300 }) })
  .map(({ at, length }) => ({
    start: at % (report.clean.length - length),
    end: (at % (report.clean.length - length)) + length,
  }));

describe('the bridge between the page and the clean text', () => {
  it('gives the page’s own characters for a range, and the range back for a selection of them', () => {
    const map = mapText(pane);
    fc.assert(
      fc.property(anyRange, (range) => {
        const [whole] = inParagraphs(range);
        fc.pre(whole !== undefined);
        const dom = map.toDom(whole)!;
        expect(dom.toString()).toBe(sliceRange(report.clean, whole));
        const selection = getSelection()!;
        selection.removeAllRanges();
        selection.addRange(dom);
        expect(map.toClean(selection.getRangeAt(0))).toEqual(whole);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('goes across paragraphs', () => {
    const [first, second] = report.paragraphs.slice(10, 12);
    const range = { start: first!.range.start + 2, end: second!.range.end - 1 };
    const map = mapText(pane);
    expect(map.toClean(map.toDom(range)!)).toEqual(range);
  });

  it('carries a selection to a target and the target back to the same characters of an edited page', () => {
    const map = mapText(pane);
    const start = report.clean.indexOf('港口货物吞吐量完成');
    const target = createTarget(report, map.toClean(map.toDom({ start, end: start + 9 })!)!, '');
    const edited = parseReport({ id: report.id, raw: `编者按：本文有改动。\n\n${raw}` });
    const answer = resolveTarget(edited, target);
    expect(answer.state).toBe('moved');
    expect(answer.state === 'moved' && sliceRange(edited.clean, answer.range)).toBe('港口货物吞吐量完成');
  });
});

describe('painting', () => {
  it('names the highlight, leaves the text alone, and clears it again', () => {
    const markup = () => new XMLSerializer().serializeToString(pane);
    const before = markup();
    const { range } = report.sentences[20]!;
    paint('note-1', mapText(pane), [range]);
    expect([...CSS.highlights.get('note-1')!].map(String)).toEqual([sliceRange(report.clean, range)]);
    expect(markup()).toBe(before);
    paint('note-1', mapText(pane), []);
    expect(CSS.highlights.has('note-1')).toBe(false);
  });

  it('paints a thousand passages of one report without a frame over 50 ms', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '::highlight(note-1) { background-color: gold }';
    const passages = fc.sample(anyRange, { seed: 12, numRuns: 1_000 });
    await longestFrame(() => undefined);
    const calm = await longestFrame(() => undefined);
    // A busy machine drops frames by itself; a painting that takes too long does so every time.
    let longest = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      CSS.highlights.delete('note-1');
      longest = Math.min(longest, await longestFrame(() => paint('note-1', mapText(pane), passages)));
    }
    style.remove();
    console.log(
      `1,000 highlights: longest frame ${longest.toFixed(1)} ms, without them ${calm.toFixed(1)} ms`,
    );
    expect([...CSS.highlights.get('note-1')!].length).toBeGreaterThan(950);
    expect(longest - calm).toBeLessThan(50);
  });
});

const FRAMES = 12;

const ROUNDS = 5;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Does something in a frame and answers the longest of the frames that follow, in ms. */
async function longestFrame(work: () => void): Promise<number> {
  let last = await nextFrame();
  work();
  let longest = 0;
  for (let i = 0; i < FRAMES; i += 1) {
    const now = await nextFrame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
