import { describe, expect, it } from 'vitest';
import { wordCount } from '../../../src/shared/text';

describe('字数 of a passage', () => {
  it.each([
    ['港口货物吞吐量', 7],
    ['增长6.5%，', 4],
    ['完成5205万吨', 5],
    ['GDP突破3,635.62亿元', 6],
    ['“小巨人”企业', 7],
    [' 一 \n 二 ', 2],
    ['', 0],
  ])('%s has %d, as WPS counts', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });
});
