import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../src/shared/parse';
import { bundledCatalog, parseBundled, rawText } from './reports';

describe('what each bundled report says of itself', () => {
  test('zhoukou-2022, an abridged report that does not name its place', () => {
    expect(parseBundled('zhoukou-2022').meta).toMatchObject({
      place: null,
      year: 2022,
      date: null,
      genre: '摘编',
      speaker: null,
      reporters: ['李凤霞', '张艳丽'],
      reviews: ['2021'],
      plans: ['2022'],
    });
  });

  test('zhoukou-2022-highlights, a survey of the year', () => {
    expect(parseBundled('zhoukou-2022-highlights').meta).toMatchObject({
      title: '拼出周口高质量跨越发展的新业绩',
      place: '周口市',
      year: 2022,
      genre: '综述',
      reporters: ['王艳', '李凤霞', '何晴', '任富强', '李瑞才', '杜林波', '刘伟', '沈铎'],
      reviews: ['2022'],
      plans: [],
    });
  });

  test('zhoukou-2023, with the year before and five years looked back on', () => {
    expect(parseBundled('zhoukou-2023').meta).toMatchObject({
      title: '昂首奋进现代化周口建设新征程 奋力谱写中国式现代化周口绚丽篇章',
      year: 2023,
      genre: '摘编',
      reporters: ['李凤霞', '何晴'],
      reviews: ['2022', '2018-2022'],
      plans: ['2023'],
    });
  });

  test('chuanhui-2024, a full speech', () => {
    expect(parseBundled('chuanhui-2024').meta).toEqual({
      id: 'chuanhui-2024',
      title: '政府工作报告',
      place: '川汇区',
      year: 2024,
      date: '2024-02-20',
      genre: '全文',
      speaker: { name: '胡友涛', office: '川汇区人民政府区长' },
      reporters: [],
      reviews: ['2023'],
      plans: ['2024'],
    });
  });

  test('zhoukou-2025, a commentary whose title stands in its middle', () => {
    expect(parseBundled('zhoukou-2025').meta).toMatchObject({
      title: '回眸二〇二四 展望二〇二五 实干笃行绘新景',
      place: '周口市',
      year: 2025,
      genre: '解读',
      reporters: ['何晴', '黄佳', '苑美丽', '李艳华', '李凤霞'],
      reviews: ['2024'],
      plans: ['2025'],
    });
  });
});

test('the catalog goes before the text', () => {
  const entry = bundledCatalog().find(({ id }) => id === 'zhoukou-2022');
  const { meta } = parseReport({ id: 'zhoukou-2022', raw: rawText('zhoukou-2022') }, entry);
  expect(meta).toMatchObject({
    place: '周口市',
    title: '周口市政府工作报告',
    year: 2022,
  });
});

const BODY =
  '各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n一、去年工作回顾\n全县上下同心同德，取得新的成绩。\n';

describe('facts in other dress', () => {
  test.each([
    [
      '县级_保定博野_2021',
      '2021年2月5日在博野县第十七届人民代表大会第五次会议上\n博野县人民政府县长　刘永泽\n',
      '博野县',
      2021,
      '刘永泽',
    ],
    [
      'local',
      '——２０１２年３月５日在保定市徐水区第二届人民代表大会第二次会议上\n保定市徐水区人民政府区长 李志永\n',
      '徐水区',
      2012,
      '李志永',
    ],
    ['县级_保定安新_2024', '', '安新县', 2024, undefined],
    [
      '国家_国务院_1990',
      '1990年政府工作报告\n——1990年3月20日在第七届全国人民代表大会第三次会议上\n国务院总理李鹏',
      '国务院',
      1990,
      '李鹏',
    ],
  ])('%s', (id, front, place, year, name) => {
    const { meta } = parseReport({ id, raw: front + BODY });
    expect([meta.place, meta.year, meta.speaker?.name]).toEqual([place, year, name]);
  });

  test('what nobody says stays open', () => {
    expect(parseReport({ id: 'note', raw: '今天开会，大家都来。' }).meta).toMatchObject({
      place: null,
      year: null,
      date: null,
      speaker: null,
    });
  });
});

describe('what head, file name and title tell', () => {
  test.each([
    [
      '二〇三一年二月三日在溪口县第九届人民代表大会第一次会议上　县长　方清源\n',
      '2031-02-03',
      '溪口县',
      '方清源',
    ],
    ['二○三一年十一月二十日\n溪口县代县长　方　清　源\n', '2031-11-20', '溪口县', '方清源'],
    [
      '——2031年1月20日在东海省第十四届人民代表大会第三次会议上\n省人民政府省长　方清源\n',
      '2031-01-20',
      '东海省',
      '方清源',
    ],
    [
      '（2031年1月8日在云溪土家族苗族自治州第八届人民代表大会上）\n州长：方清源\n',
      '2031-01-08',
      '云溪土家族苗族自治州',
      '方清源',
    ],
  ])('%s', (front, date, place, name) => {
    const { meta } = parseReport({
      id: 'head',
      raw: `政府工作报告\n${front}${BODY}`,
    });
    expect([meta.date, meta.place, meta.year, meta.speaker?.name]).toEqual([date, place, 2031, name]);
  });

  test.each([
    ['溪口县2031年政府工作报告.txt', '溪口县', 2031],
    ['溪口_2031_政府工作报告（副本）.txt', '溪口县', 2031],
    ['2031/溪口.docx', '溪口县', 2031],
    ['历年报告/溪口县/2031年.pdf', '溪口县', 2031],
    ['2031年溪口政府工作报告 - 副本.doc', '溪口县', 2031],
    ['新建文件夹/政府工作报告(2).txt', null, null],
  ])('the file’s name %s', (file, place, year) => {
    const raw =
      '政府工作报告\n县长　方清源\n各位代表：\n一、过去一年工作回顾\n过去一年，全县各项事业取得新成绩。\n';
    const { meta } = parseReport({ id: 'named', raw, file });
    expect([meta.place, meta.year]).toEqual([place, year]);
  });

  test('who represents the State Council speaks for the whole country', () => {
    const raw =
      '各位代表：\n现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2030年工作回顾\n成绩来之不易。\n';
    expect(parseReport({ id: 'national', raw }).meta.place).toBe('国务院');
  });

  test.each([
    ['溪口县2030年国民经济和社会发展统计公报', '统计公报', '溪口县', 2030],
    ['关于溪口县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告', '计划报告', '溪口县', 2030],
    ['关于2030年全县预算执行情况和2031年预算草案的报告', '预算报告', null, 2030],
    ['溪口县2031年政府工作报告', '全文', '溪口县', 2031],
  ])('%s', (title, genre, place, year) => {
    const { meta } = parseReport({
      id: 'paper',
      raw: `${title}\n各位代表：\n一、综合\n全县经济平稳运行。\n`,
    });
    expect([meta.genre, meta.place, meta.year]).toEqual([genre, place, year]);
  });
});

test('a statistical bulletin looks back in all its parts', () => {
  const raw =
    '溪口县2030年国民经济和社会发展统计公报\n2031年3月2日\n一、综合\n全年生产总值215.6亿元，增长6.2%。\n二、下一步工作安排\n粮食产量86万吨。\n';
  const { sections, meta } = parseReport({ id: 'bulletin', raw });
  expect(sections.slice(1).map(({ role, period }) => [role, period])).toEqual([
    ['review', '2030'],
    ['review', '2030'],
  ]);
  expect(meta.plans).toEqual([]);
});

test('the tasks under a heading that joins requirements and tasks are plans of their own fields', () => {
  const raw = `溪口县2031年政府工作报告\n各位代表：\n一、2030年工作回顾\n成绩来之不易。\n二、2031年总体要求和工作举措\n（一）总体要求。坚持稳中求进。\n（二）壮大工业。推进产业园区建设，做强先进制造业集群。\n（三）振兴乡村。建设高标准农田，促进农民增收。\n`;
  const { sections } = parseReport({ id: 'joined', raw });
  expect(sections.filter(({ level }) => level === 2).map(({ role, topic }) => [role, topic])).toEqual([
    ['requirements', '综合经济'],
    ['plan', '产业发展'],
    ['plan', '农业农村'],
  ]);
});

test('a title of years and nothing else is read at once (S-22)', () => {
  // With a pattern that looks to the end from each year this takes minutes.
  expect(parseReport({ id: 'years', raw: '2024年'.repeat(100_000) }).meta.year).toBeNull();
});
