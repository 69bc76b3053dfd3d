import { describe, expect, it } from 'vitest';
import { noteBlocks } from '../../../src/shared/exchange';

/** What a person reads, and what of it is struck out, slanted or quoted. */
const shown = (text: string): string =>
  noteBlocks(text)
    .map((block) => {
      if (block.kind === 'code') return block.text;
      const words = block.runs
        .map((run) => (run.deleted ? `[删${run.text}]` : run.emphasis ? `[斜${run.text}]` : run.text))
        .join('');
      return block.kind === 'quote' ? `[引${words}]` : words;
    })
    .join('\n');

describe('figures in a note', () => {
  it.each([
    '增速在5~6%之间，去年是4~5%',
    '2023~2024年增长8~10%',
    '5*3=15，6*2=12',
    '2*35万千瓦和3*60万千瓦',
    '面积*2，人口*3',
    '>6%才算快',
    '增速\n>6%才算快',
    'A&#39;s &#60;b&#62; &lt;i&gt; &copy; &#169;',
  ])('are shown as they were typed: %j', (text) => {
    expect(shown(text)).toBe(text);
  });

  it.each([
    ['~~作废~~', '[删作废]'],
    ['*要点*', '[斜要点]'],
    ['> 原话', '[引原话]'],
    ['> 2024年的原话', '[引2024年的原话]'],
  ])('%s is still a mark', (text, read) => {
    expect(shown(text)).toBe(read);
  });
});
