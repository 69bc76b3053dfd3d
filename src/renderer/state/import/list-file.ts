import { csvText, localDay } from '../../../shared/exchange';
import type { FileToSave } from '../../../shared/host';
import type { ImportItem } from './item';

const HEAD = ['结果', '文件', '地区', '年份', '性质', '题目', '怎么回事', '怎么办'] as const;

const WORDS: Readonly<Record<ImportItem['step'], string>> = {
  waiting: '还没有读',
  reading: '正在读',
  table: '需要您定',
  asks: '需要您定',
  ready: '已认出',
  shelving: '已认出',
  added: '新增',
  known: '已在书架',
  failed: '读不了',
};

const rowOf = (item: ImportItem): readonly string[] => {
  const facts = 'facts' in item ? item.facts : null;
  const fault = item.step === 'failed' ? item.fault : null;
  const { place = '', year = '', genre = '', title = '' } = facts ?? {};
  return [
    WORDS[item.step],
    item.name,
    place ?? '',
    String(year ?? ''),
    genre,
    title ?? '',
    item.step === 'known' ? '同一篇已经在书架上，没有再放一份' : (fault?.reason ?? ''),
    fault?.remedy ?? '',
  ];
};

/** 导出清单: what became of each file, for a spreadsheet. */
export const listFile = (items: readonly ImportItem[], now: Date): FileToSave => ({
  name: `导入清单 ${localDay(now)}.csv`,
  mime: 'text/csv',
  bytes: new TextEncoder().encode(csvText([HEAD, ...items.map(rowOf)])),
});
