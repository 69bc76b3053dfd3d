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
  expect(meta).toMatchObject({ place: '周口市', title: '周口市政府工作报告', year: 2022 });
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
