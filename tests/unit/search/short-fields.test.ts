import { describe, expect, it } from 'vitest';
import type { FieldHit } from '../../../src/shared/search';
import { searchFields } from '../../../src/shared/search';

const FIELDS = [
  '周口市政府工作报告',
  '川汇区政府工作报告',
  '高新技术企业',
  '新增高新技术企业',
  '港口货物吞吐量',
  '一般公共预算收入',
  '5G产业规模',
  '营商环境',
];

const find = (query: string): readonly FieldHit<string>[] => searchFields(FIELDS, (text) => text, query);
const texts = (query: string): readonly string[] => find(query).map(({ item, way }) => `${item} ${way}`);

describe('short fields', () => {
  it.each([
    ['港口', ['港口货物吞吐量 exact']],
    ['高新技术企业', ['高新技术企业 exact', '新增高新技术企业 exact']],
    ['zks', ['周口市政府工作报告 initials']],
    ['zhouks', ['周口市政府工作报告 initials']],
    ['zhoukou', ['周口市政府工作报告 pinyin']],
    ['zhouk', ['周口市政府工作报告 pinyin']],
    ['gaoxin', ['高新技术企业 pinyin', '新增高新技术企业 pinyin']],
    ['gangkou hwttl', ['港口货物吞吐量 initials']],
    ['chuanhui 报告', ['川汇区政府工作报告 pinyin']],
    ['５Ｇ', ['5G产业规模 exact']],
    ['營商環境', ['营商环境 exact']],
    ['岗口货物吞吐量', ['港口货物吞吐量 near']],
    ['6G产业规模', []],
    ['z', []],
    ['', []],
    ['(((', []],
  ])('%j gives %j', (query, expected) => {
    expect(texts(query)).toEqual(expected);
  });

  it.each([
    ['六安市', 'luan'],
    ['单县', 'shanxian'],
    ['浚县', 'xunxian'],
    ['涡阳县', 'guoyang'],
    ['泌阳县', 'biyang'],
    ['尉犁县', 'yuli'],
    ['莘县', 'shenxian'],
    ['长垣市', 'changyuan'],
    ['蚌埠市', 'bengbu'],
    ['东莞市', 'dongguan'],
  ])('knows how %s is said: %s', (place, pinyin) => {
    expect(searchFields([place], (text) => text, pinyin).map(({ way }) => way)).toEqual(['pinyin']);
  });

  it('marks what was spelled', () => {
    expect(find('hwttl')[0]?.marks).toEqual([{ start: 2, end: 7 }]);
    expect(searchFields(['高 新 区'], (text) => text, '新区')[0]?.marks).toEqual([{ start: 2, end: 5 }]);
  });
});
