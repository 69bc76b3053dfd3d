import { describe, expect, test } from 'vitest';
import { findDivision } from '../../../src/shared/places';

describe('a place is matched to the official divisions', () => {
  test.each([
    ['博野', '130637', '博野县', '河北省 保定市'],
    ['博野县', '130637', '博野县', '河北省 保定市'],
    ['保定博野', '130637', '博野县', '河北省 保定市'],
    ['河北省保定市博野县', '130637', '博野县', '河北省 保定市'],
    ['川汇区人民政府', '411602', '川汇区', '河南省 周口市'],
    ['周口', '411600', '周口市', '河南省'],
    ['甘肃', '620000', '甘肃省', ''],
    ['恩施州恩施市', '422801', '恩施市', '湖北省 恩施土家族苗族自治州'],
    ['内蒙古', '150000', '内蒙古自治区', ''],
    ['神农架林区', '429021', '神农架林区', '湖北省'],
    ['北京市朝阳区', '110105', '朝阳区', '北京市'],
    ['国务院', '100000', '国务院', ''],
    ['全国', '100000', '国务院', ''],
  ])('%s', (place, code, name, within) => {
    expect(findDivision(place)).toEqual({ code, name, within: within.split(' ').filter(Boolean) });
  });

  test('of several with one name, the one whose city the text names', () => {
    expect(findDivision('鼓楼区')).toBeNull();
    expect(findDivision('鼓楼区', '南京市鼓楼区是江苏省的中心城区')?.code).toBe('320106');
    expect(findDivision('朝阳', '朝阳市辽宁省')?.name).toBe('朝阳市');
  });

  test.each(['云岚县', '我县', '', '区'])('no division: %s', (place) => {
    expect(findDivision(place)).toBeNull();
  });
});
