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
  left: '已在书架',
  failed: '读不了',
};

/** Says why a report was not put on the shelf; empty for one that was. */
export const becameWords = (item: ImportItem): string => {
  if (item.step === 'left')
    return `与“${item.twin.name}”是同一篇，差 ${String(item.twin.likeness.characters)} 个字，按您定的没有放`;
  if (item.step !== 'known') return '';
  return item.id === null
    ? `与这一批里的“${item.beside}”一字不差，只放一份`
    : '与书架上的一字不差，没有再放一份';
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
    fault?.reason ?? becameWords(item),
    fault?.remedy ?? '',
  ];
};

/** 导出清单: what became of each file, for a spreadsheet. */
export const listFile = (items: readonly ImportItem[], now: Date): FileToSave => ({
  name: `导入清单 ${localDay(now)}.csv`,
  mime: 'text/csv',
  bytes: new TextEncoder().encode(csvText([HEAD, ...items.map(rowOf)])),
});
