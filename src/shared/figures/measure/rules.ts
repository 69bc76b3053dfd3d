import { patternsOf, type Rule } from '../rule';

/** What stands before a number, or what its indicator is called, and so tells its measure. */
export const MEASURE_RULES = [
  /** Verbs and nouns of movement right before the number. */
  {
    id: 'move',
    pattern:
      /(?:增长|增加|降价|涨价|增产|增收|增幅|增速|(?<!新)增|涨幅|上涨|上升|上调|提高|提升|扩大|下降|下调|下跌|降低|降幅|降|减少|减|减亏|压减|压缩|压降|缩短|缩减|削减|精简|回落|收窄|涨|拉动|(?<!不|不得|不能|不可|不应|不准|不许)(?:高于|低于)|高出|快于|前移|前进|后退|上扬|跌|翻|提速|改善|(?:比|较)[^,。;]{1,10}[多少高低快])(?:了|约为?|近|达到?|超过?|逾|突破|为|均|分别(?:为|达到?|是)?|各|不低于|不超过|至少|再|控制在|保持在|[一-龥]{0,2}(?:比例|幅度|率)(?:达到?|为|不低于|控制在)?|就?达|目标值?(?:(?:确定|设定|安排|拟定|调整)为|为|是|定在|定为)?|预计|力争|实现|稳定在|预期|累计|平均|年均|大约|接近|仅|实际)*$/,
    examples: ['进出口总额增长', '单位能耗下降了约', '增速预期目标为提高'],
    counterExamples: ['新增', '参保率不低于', '粮食总产量'],
  },
  {
    id: 'rate-noun',
    pattern: /(?:增速|增幅|涨幅|降幅|(?<!自然)增长率|增长速度|减幅|涨跌幅|上涨率)[^,。;]{0,10}$/,
    examples: ['规上工业增速为', '居民收入增长率达到'],
    counterExamples: ['人口自然增长率', '城镇化率'],
  },
  {
    id: 'saved',
    pattern: /(?:压缩|压减|压降|削减)[^,。;]{0,8}(?:比例|幅度)[^,。;]{0,4}$/,
    examples: ['审批时限压缩比例', '收费项目削减幅度达'],
    counterExamples: ['投资比例', '压缩审批时限'],
  },
  {
    id: 'moved-to',
    pattern:
      /(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压减|压缩|缩短|回落|降|升|增|减)(?:到|至|为)(?:了|约|近|超过?|不足|不低于|不少于|不高于|至少|每人|人均|户均|每[年月]|历史[^,]{0,4})*$/,
    examples: ['总产量提高到', '税收占比上升至约'],
    counterExamples: ['提高了', '总产量'],
  },
  /** 对世界经济增长贡献率超过30%, 登记失业率低于4.6%: shares, whatever words of movement stand before them. */
  {
    id: 'stands',
    pattern: /(?:贡献率[^,。;]{0,6}|(?:率|比重|占比|比例)(?:稳定|控制|保持)?(?:高于|低于))$/,
    examples: ['对世界经济增长贡献率超过', '登记失业率低于'],
    counterExamples: ['失业率下降', '就业率'],
  },
  /** 压减政府性基金项目30%: what is cut stands between the verb and the number. */
  {
    id: 'cut',
    pattern:
      /(?:^|[、,])(?:[一-龥]{2,4}(?=压减|削减|精简))?(?:压减|削减|精简|缩减)(?:(?!率|占|比重|比例)[^,。;、\d]){2,20}$/,
    examples: ['压减政府性基金项目', '压减行政审批事项'],
    counterExamples: ['削减税率', '新增项目'],
  },
  /** 改造提升公路77公里: what is mended does not rise; money, rates and ranks do. */
  {
    id: 'mended',
    pattern: /提升(?:了|约|近)?$/,
    examples: ['改造提升', '能级提升约'],
    counterExamples: ['提升到', '改造'],
  },
  {
    id: 'rises',
    pattern: /元$|%|‰|位|百分点|倍|成/,
    examples: ['亿元', '%', '个百分点'],
    counterExamples: ['公里', '个'],
  },
  /** 增加3个泊位 counts berths, 比上年增加3个 is a change. */
  {
    id: 'compared',
    pattern: /(?:比|较)[^,。;]{1,10}$/,
    examples: ['比上年增加', '较年初多'],
    counterExamples: ['增加', '占比'],
  },
  /** The word of a fall right before the number; a fall keeps a positive value and says so in its name. */
  {
    id: 'fall',
    pattern:
      /(负增长|改善|下降|下调|下跌|降低|减少|压减|压缩|压降|缩短|缩减|削减|回落|收窄|减亏|(?<![下升])降|(?<![裁])减)(?:了|约|近|超过?|逾|幅度?|比例|均|分别|各|达到?|为|不低于|不少于|至少|力争)*$/,
    examples: ['能耗下降', '用工成本降低约', '失业人员减少至少'],
    counterExamples: ['下降到', '裁减', '增长'],
  },
  /** 全国排名53位. */
  {
    id: 'ranked',
    pattern: /(?:排名|位次|名次|位居|名列|位列|居|列|排)[^,。;]{0,6}$/,
    examples: ['全国排名', '综合实力位居全省第'],
    counterExamples: ['点位', '增长'],
  },
  /** Names that are rates of growth themselves (物价涨幅从21.7%回落到14.8%). */
  {
    id: 'growth-name',
    pattern: /(?:涨幅|增速|增幅|降幅|增长速度|增长幅度|增长(?:预期)?目标|(?<!自然)增长率)/,
    examples: ['居民消费价格涨幅', '生产总值增长预期目标'],
    counterExamples: ['人口自然增长率', '城镇化率'],
  },
  {
    id: 'share-name',
    pattern: /(?:失业|参保|覆盖|入学|入园|普及|达标|优良|合格|城镇化|城市化)率$/,
    examples: ['城镇登记失业率', '学前三年毛入园率'],
    counterExamples: ['失业率降幅', '增长率'],
  },
] as const satisfies readonly Rule[];

export const MEASURES = patternsOf(MEASURE_RULES);
