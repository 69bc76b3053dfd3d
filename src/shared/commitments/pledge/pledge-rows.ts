import type { Stage } from '../../report';
import type { Demand } from './object';

/** One way a plan makes a promise in words: what comes before, the object `o`, and the stage that is promised. */
export interface PledgeRow {
  readonly pattern: RegExp;
  readonly stage: Stage;
  /** What the object must be: a thing with the ending of a name, one that stands somewhere, work, a title, or anything. */
  readonly of: Demand;
  readonly example: string;
  readonly counter: string;
}

const row = (
  stage: Stage,
  pattern: RegExp,
  { of = 'anything', example, counter }: Partial<PledgeRow> & Pick<PledgeRow, 'example' | 'counter'>,
): PledgeRow => ({ stage, pattern, of, example, counter });

const DONE =
  '(?:任务|工作)?(?:建成|按期|如期|今年|\\d{1,2}月份?|入冬前|国庆前|秋季学期|秋季开学|秋季|早日|尽早|尽快|年内|全面|全部|全线|顺利|圆满|正式|基本|整体|高质量|高标准|高效|提前|率先|同步|实现|达到|具备条件|竣工|前|底|底前|年底前|年底|上半年|下半年|力争|确保|早(?:签约|落地|开工|建成|竣工|投产|达产|达效|见效)、|早|加快)*';

/** Read from the first to the last; the first that fits a clause is taken. */
export const PLEDGE_ROWS: readonly PledgeRow[] = [
  row(
    'preparation',
    /^(?:做好|抓好|完成|加快|推进|启动|开展|深化|办理)*(?<o>.{3,40}?)(?:等)?(?:项目)?的?(?:前期(?:工作|手续|准备)?|可行性研究|规划设计|方案设计|初步设计|选址|立项|招投?标|征地拆迁|征拆)(?:工作)?$/,
    {
      example: '做好环湖铁路前期工作',
      counter: '环湖铁路开工建设',
    },
  ),
  row(
    'in-use',
    new RegExp(
      `^(?<o>.{3,60}?)${DONE}(?:建成(?:投[用产运训]|通车|启用|开放|运营|使用|开园|交付)|投入(?:使用|运营|运行|营运|生产)|投[用运产训]|通车|通航)$`,
    ),
    {
      example: '青禾县新一中投入使用',
      counter: '青禾县新一中开工',
    },
  ),
  row(
    'in-use',
    new RegExp(
      `^(?<o>.{3,60}?)${DONE}(?:建成(?:投用|投产|投运|通车|启用|开放|运营|使用|运行|开园|交付)|达效|见效|启用|开通|开园|开馆|开业|开诊|招生|运营|运行|开放|交付(?:使用)?|并网(?:发电)?|达产|通水)$`,
    ),
    {
      of: 'named',
      example: '市民中心年内启用',
      counter: '平台经济规范健康运行机制',
    },
  ),
  row(
    'in-use',
    /^(?:建成(?:并)?(?:投用|投产|投运|通车|启用|开放|运营|使用|运行)|启用|开通|投用)(?<o>.{3,60})$/,
    {
      example: '建成通车霞汀大桥',
      counter: '建成霞汀大桥',
    },
  ),
  row(
    'started',
    new RegExp(
      `^(?<o>.{3,60}?)${DONE}(?:开工(?:建设)?|动工(?:建设)?|启动建设|开建|破土动工|启动实施|落地(?:建设)?)$`,
    ),
    {
      example: '滨河快速路开工建设',
      counter: '滨河快速路建成通车',
    },
  ),
  row('started', /^(?:新?开工(?:建设)?|动工(?:建设)?|启动(?:实施|建设)?)(?<o>.{3,60}?)(?:建设)?$/, {
    example: '开工建设青禾大桥',
    counter: '谋划建设青禾大桥',
  }),
  row(
    'structure',
    new RegExp(`^(?<o>.{3,60}?)${DONE}(?:主体(?:结构|工程)?(?:完工|封顶|竣工|建成)|封顶|合龙|贯通)$`),
    {
      example: '博物馆新馆主体完工',
      counter: '主体责任落实',
    },
  ),
  row('structure', /^完成(?<o>.{3,60}?)(?:的)?主体(?:施工|工程|建设|结构)?$/, {
    example: '完成博物馆新馆主体施工',
    counter: '完成主体责任落实',
  }),
  row('built', new RegExp(`^(?<o>.{3,60}?)(?:建设)?${DONE}(?:建成|完工|竣工|落成|交工)(?:并.{2,8})?$`), {
    example: '站房改造工程年内完工',
    counter: '建成站房',
  }),
  row('built', /^(?:建成(?!区)(?:用好)?|建好|完工|竣工)(?<o>.{3,60})$/, {
    example: '建成博物馆新馆',
    counter: '建成区面积扩大',
  }),
  row(
    'issued',
    /^(?:研究|抓紧|全面)*(?:制定出台|商签|签署|签订|出台|印发|颁布(?:实施)?|公布|发布|制定(?:和?实施)?|研究制定|编制完成|完成编制|编制(?:实施)?|修订(?:完善|实施)?)(?<o>.{3,50})$/,
    {
      of: 'rule',
      example: '出台古树名木保护条例',
      counter: '落实古树名木保护条例',
    },
  ),
  row(
    'issued',
    new RegExp(
      `^(?:完成)?(?<o>.{2,40}(?:条例|办法|规划|方案|细则|规定))(?:的)?${DONE}(?:编制|修订|修编|制定|立法|出台|颁布|施行|获批|批复|印发)(?:工作)?$`,
    ),
    {
      example: '完成物业管理条例修订',
      counter: '贯彻物业管理条例',
    },
  ),
  row(
    'awarded',
    /^(?:推进|推动|支持|加快)*(?<o>.{3,30}?)(?:一体|等)?(?:成功创建|创建|争创|创成|申报|申创)(?:国家|全国|省级?|世界|[45]A)[^，]{2,24}$/,
    {
      example: '云麓古镇创建5A级景区',
      counter: '创建5A级景区',
    },
  ),
  row(
    'awarded',
    /^(?:以|[^，]{2,14}?)?(?:成功创建|创成|争创|创建成?|争当|争取创建|申报创建|争列|入选|争取(?:列入|纳入|进入))(?<o>.{3,40}?)(?:为抓手|为契机)?$/,
    {
      of: 'title',
      example: '争创国家森林城市',
      counter: '巩固国家森林城市创建成果',
    },
  ),
  row('applied', /^(?:推进|开展|推动|加快|做好|抓好)*(?<o>.{3,40}?)创建(?:工作)?$/, {
    of: 'title',
    example: '推进省级文明城市创建工作',
    counter: '推进文明创建工作',
  }),
  row('completed', /^(?:关停|关闭|拆除)(?<o>.{3,40})$/, {
    of: 'named',
    example: '关停青禾砖厂',
    counter: '关停落后产能',
  }),
  row('applied', /^(?:申报|申创|申请)(?<o>.{3,40})$/, {
    of: 'title',
    example: '申报国家低碳城市试点',
    counter: '入选国家低碳城市试点',
  }),
  row(
    'approved',
    new RegExp(
      `^(?<o>.{3,40}?)${DONE}(?:获批(?:建设|设立)?|批复|获得批复|创建成功|创成|命名|列入[^，]{0,12}|纳入[^，]{0,12}规划)$`,
    ),
    {
      example: '综合保税区获批',
      counter: '综合保税区建设',
    },
  ),
  row('awarded', /^(?<o>.{3,40}?)(?:通过(?:国家|省|市)?(?:级)?(?:验收|评审|认定|考核验收|命名))$/, {
    of: 'title',
    example: '国家卫生县城通过验收',
    counter: '通过国家验收',
  }),
  row('awarded', /^(?<o>.{2,40}?)(?:晋升|晋级|升格为|升级为|升为)(?:为)?(?:国家|省)级$/, {
    example: '云麓高新区晋升国家级',
    counter: '云麓高新区加快发展',
  }),
  row('completed', /^(?:谋划|筹备|加快)*(?:组建|成立|设立|建立)(?<o>.{3,30})$/, {
    of: 'body',
    example: '组建青禾县食品行业协会',
    counter: '组建专班',
  }),
  row('completed', /^(?:精心)?(?:办好|举办|承办|筹办|开好|申办)(?<o>.{3,40})$/, {
    of: 'event',
    example: '承办全国青禾种苗大会',
    counter: '办好民生实事',
  }),
  row('completed', /^打[好赢](?<o>.{3,30}?)收官战$/, {
    of: 'work',
    example: '打好国企改革三年行动收官战',
    counter: '打好蓝天保卫战',
  }),
  row(
    'started',
    /^(?:(?:启动|开展|扩大|推进|探索|实施|做好|抓好))+(?<o>.{3,40}试点(?:城市)?(?:范围|改革)?)$/,
    {
      of: 'trial',
      example: '开展证照分离试点',
      counter: '开展试点',
    },
  ),
  row('completed', /^(?:停止|取消|免除|统一|整合)(?<o>.{4,40})$/, {
    of: 'lasting',
    example: '统一云麓义务教育经费拨付办法',
    counter: '统一思想',
  }),
  row('completed', /^(?:加快|推进|实施|承接|完成)*(?<o>.{3,40})$/, {
    of: 'once',
    example: '推进青禾钢材市场搬迁',
    counter: '推进青禾钢材市场繁荣',
  }),
  row('completed', /^全面(?:推开|推行|推广|实施|实行)(?<o>.{3,40})$/, {
    of: 'lasting',
    example: '全面推开云麓首席数据官做法',
    counter: '全面推行改革',
  }),
  row('completed', /^(?:实现)?(?<o>.{3,40}?)(?:实现)?全覆盖$/, {
    example: '实现医保按病种付费全覆盖',
    counter: '实现医保按病种付费',
  }),
  row('completed', /^(?:全面)?(?:推行|实行|试行|推开|建立(?!健全|完善))(?<o>.{3,40})$/, {
    of: 'rule',
    example: '全面推行“一业一证”改革',
    counter: '全面推进“一业一证”改革',
  }),
  row('completed', /^(?:基本|全面)?完成(?<o>.{3,50}?)(?:建设)?(?:并(?:实行|实施|投入|通过|对外).{2,12})?$/, {
    of: 'work',
    example: '完成区属国企重组整合',
    counter: '完成全年目标',
  }),
  row('completed', new RegExp(`^(?<o>.{3,50}?)${DONE}(?:完成|收官|上市)$`), {
    of: 'work',
    example: '灾后恢复重建任务年内全面完成',
    counter: '灾后恢复重建工作有力有序',
  }),
  row('planning', /^(?:谋划(?:建设|实施|推进|启动|布局)?|规划(?:建设|布局)?|研究)(?<o>.{3,60}?)(?:建设)?$/, {
    of: 'physical',
    example: '谋划建设环湖路',
    counter: '建设环湖路',
  }),
  row(
    'underway',
    /^(?:续建|(?:加快|推进|建设|实施|抓好|改扩建|新建|改建|扩建|改造|推动|共建|创建|布局|筹建|建好|攻坚))+(?<o>.{3,60}?)(?:(?:规划)?建设|实施)*(?:进度|步伐|工作)?(?:取得(?:实质性|突破性)(?:进展|突破))?$/,
    {
      of: 'physical',
      example: '加快推进青禾大桥建设',
      counter: '加快推进高质量发展',
    },
  ),
  row('built', /^(?:打通|拓宽|贯通|修建|新修)(?<o>.{2,50}?)(?:建设)?$/, {
    of: 'physical',
    example: '打通青禾大道',
    counter: '打通堵点痛点',
  }),
  row('underway', /^(?:攻坚)?(?<o>.{3,60}?)(?:加快|加速|抓紧|全力|有序)?(?:建设|推进|施工)$/, {
    of: 'physical',
    example: '支持青禾产业园二期建设',
    counter: '加强党的建设',
  }),
];
