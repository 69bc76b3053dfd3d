import type { Rule } from '../rule';
import { HOLDS, setsAt, signatureOf } from '../signature';
import { anyOf, oneOf } from '../rule';

const CLIMBS = oneOf(
  '跨上 跨过 跨越 迈上 迈过 迈入 登上 跃上 跃升 突破 越过 连上 连跨 连破 连续突破 站上 冲上 攀上 踏上 闯过',
);
const HOW = oneOf('历史性 首次 先后 接连 连续 成功 一举 再次 再 又 已 实现 顺利');
const SCALE = '[一二两三四五六七八九十\\d.]*个?[十百千]*[万亿]*(?:元|人次|吨|标箱|辆|台|户|家|列)?级?';
const STEP = oneOf('台阶 大关 关口 门槛 关');
const THEN = oneOf('上年 去年 前年 上年同期 去年同期 往年 全国 全省 全市 预期 上年水平');
const FORBIDS = oneOf('不得 不能 不可 不准 不应 不许 不可以 必须 应');
const DONE_THERE = oneOf(
  '新增 新建 扩充 扩建 建成 建设 开展 实施 推广 布局 增加 设立 改造 安装 种植 建立 配备 举办',
);
/** What a heading says of its subject; it runs into the sentence where its full stop was lost. */
const STATUS = oneOf(
  '稳中有进 稳中有升 稳中向好 稳中提质 稳步增长 稳步提升 稳步发展 持续向好 持续增长 持续提升 持续壮大 持续优化 持续改善 不断壮大 不断增强 不断提升 不断优化 不断改善 明显增强 明显提升 明显改善 显著提升 显著增强 显著改善 提质增效 扩量提质 提档升级 提速增效 加快发展 加快集聚 蓬勃发展 迅猛发展 快速发展 平稳增长 平稳运行 再上台阶 再上新台阶 迈上新台阶 跃上新台阶 跨上新台阶 取得新突破 实现新突破 再创新高 再创佳绩 成效显著 成效明显 卓有成效 富有成效 势头强劲 活力迸发 逐步壮大 做大做强 全面推进 深入推进 扎实推进 有序推进 加快推进 加速推进',
);
const NEWS =
  '(?:全年|年内)|(?:全[市县区省])?(?:实现|完成|累计|预计|新增|新建|引进|培育|实施|建成|签约|招商|规模以上|规上|地区生产总值|生产总值|一般公共预算|财政收入|固定资产投资|社会消费品|城镇居民|城乡居民|农村居民|农民人均|粮食|工业|服务业|高新技术|三次产业|外贸|进出口)';
const MOVES = oneOf(
  '只增不减 由正转负 由负转正 由降转增 由升转降 由减转增 止跌回升 降幅收窄 增幅扩大 稳中有升 稳中有增 稳中有降 再创新高 创历史新高 创新高',
);

/** Words before a number that are no part of what it measures. */
export const NOT_NAMED: readonly Rule[] = [
  {
    id: 'steps',
    pattern: new RegExp(`${HOW}*${CLIMBS}了?${SCALE}(?:新的?)?${STEP}[、,]?`),
    examples: [
      '地区生产总值连续跨上4个百亿元台阶、达到',
      '经济总量跨过两个百亿元大关、超过',
      '存款余额连上新台阶、达',
    ],
    counterExamples: ['跨过河道的桥梁', '突破性产品'],
  },
  {
    id: 'level-with',
    pattern: new RegExp(`(?:与|同|和)${THEN}(?:相比)?(?:基本|大体|大致)?(?:持平|相当)[,、]?(?:为|达)?`),
    examples: ['农村居民收入增速与上年持平,为', '种植面积与去年同期基本持平'],
    counterExamples: ['与上年相比增长'],
  },
  {
    id: 'held-against',
    pattern: /(?:比|较)(?:上年|去年|\d{4}年)(?:同期)?的?\d[\d.]*[天家个户](?=(?:减少|增加|净增)了?$)/,
    examples: ['重污染天数比上年48天减少'],
    counterExamples: ['比上年减少', '比去年48天多'],
  },
  {
    id: 'aimed-at',
    pattern: new RegExp(
      '(?:增长|增速|增幅)?(?:预期|预定|奋斗)?(?:目标|任务)值?(?=(?:分别|各)?(?:为|是|定为|定在|设为|设定为|确定为|安排为|拟定为|调整为|:)?(?:不低于|约)?$)',
    ),
    examples: ['固定资产投资增长目标分别为', '粮食产量目标为', '出口增速目标定在'],
    counterExamples: ['目标任务完成率', '完成目标任务后达到'],
  },
  {
    id: 'must-not',
    pattern: new RegExp(`${FORBIDS}(?=(?:低于|少于|高于|超过|超出|大于|小于|突破|达到)$)`),
    examples: ['森林覆盖率不得低于', '“三公”经费支出不能超过'],
    counterExamples: ['不能按期交付', '不得擅自占用'],
  },
  {
    id: 'turned',
    pattern: new RegExp(`${MOVES}[,、]?(?:为|达到?)?$`),
    examples: ['进出口总额增速由正转负,为', '粮食产量再创新高,达到'],
    counterExamples: ['由负转正的企业'],
  },
  {
    id: 'streak',
    pattern:
      /(?:已|实现)?连续[\d一二两三四五六七八九十]+(?:个?(?:季度|月)|届|次)(?=[^,。;]{0,14}$)|(?:生产)?连续[\d一二两三四五六七八九十]+年(?:丰收|增产|增收|增长)[、,]/,
    examples: ['增速连续9个季度居全省', '增加值连续五个月保持', '油料生产连续六年丰收、总产'],
    counterExamples: ['连续监测点', '单产连续3年居'],
  },
  {
    id: 'slogan',
    pattern:
      /^[、,]?(?:[一-龥]{0,4}(?:办好|打好|打赢|做好|抓好|建好|用好|守好|唱好|下好|奏响|吹响|擦亮|做大做强|做优做强|筑牢|织密)[^,、]{2,}、)+(?=[^、]+$)/,
    examples: ['精心办好茶叶博览会、项目签约', '打好污染防治攻坚战、治理'],
    counterExamples: ['新建学校、医院', '茶叶、林果产量分别'],
  },
  {
    id: 'where-counted',
    pattern: new RegExp(
      `^[、,]?(?:分别|同时|率先|先后)?(?:在|于)\\d+[个家所处座条][^,。;\\d]{1,14}?(?=${DONE_THERE})`,
    ),
    examples: ['在16个社区和商圈新增托位', '在9个乡镇扩建卫生院'],
    counterExamples: ['在16个社区', '在建9个项目新增产值'],
  },
  {
    id: 'per',
    pattern:
      /每\d+(?:公斤|斤|吨|亩|升|千瓦时|平方米)(?=分别|均|各|提高|增加|上涨|下降|降低|达到|为)|达?每\d*[十百千万]+[人户](?:达到?)?$/,
    examples: ['早籼稻、粳稻每50公斤分别提高'],
    counterExamples: ['每百公里能耗下降'],
  },
  {
    id: 'done-before-sum',
    pattern:
      /(?<=(?:项目|工程|园区))(?:建立|落地|开工|启动|签约|集中|加快|顺利|全面)[^、,]{0,10}、(?=(?:累计|当年|年度)?(?:完成)?(?:总?投资|产值)(?:超过?|达到?|近)?$)/,
    examples: ['省级重点项目建立包联机制、完成投资', '重点产业项目落地、投资超'],
    counterExamples: ['重点项目完成投资', '项目、投资'],
  },
  {
    id: 'event',
    pattern:
      /^[、,]?(?:成功|精心|隆重)?(?:举办|召开|承办)[^,、\d]{2,16}、(?=(?:现场|集中)?签约|吸引|签订|达成)/,
    examples: ['成功举办茶文化节、现场签约', '承办产业大会、吸引'],
    counterExamples: ['举办音乐会、画展', '召开现场会、推进会'],
  },
  {
    id: 'heading-run-in',
    pattern: new RegExp(`^[、,]?[一-龥“”]{2,10}?(?:${STATUS})(?=${NEWS})`),
    examples: [
      '经济运行稳中有进全年实现地区生产总值',
      '工业经济提质增效规上工业增加值',
      '综合实力再上台阶地区生产总值',
    ],
    counterExamples: ['持续改善农村人居环境', '地区生产总值稳步增长全年'.slice(0, 8)],
  },
  {
    id: 'passed',
    pattern:
      /(?:在全[国省市县区])?(?:率先|首次|历史性)?(?:突破|跨过|首破|破|过|超)[十百千万亿]+元?(?:大关)?[、,](?=(?:达到?|为|突破|超过?)?(?:了|约|近)?$)/,
    examples: ['新能源装机在全国率先破亿、达到', '产值首次过千亿元大关,达'],
    counterExamples: ['突破千亿元', '过百亿元企业、项目'],
  },
  {
    id: 'from-time',
    pattern:
      /由(?:原来的?)?\d[\d.]*(?:个?(?:小时|分钟|工作日|半?天|月)|年|日)(?:左右|以上)?(?=(?:缩短|压缩|压减|减少|延长|提高|增加|缩减|降低|降|提速)(?:到|至|为))/,
    examples: ['银川至北京时间由18小时缩短到', '审批时限由20个工作日压减至'],
    counterExamples: ['由18小时', '由5家增加到'],
  },
  {
    id: 'told-of',
    pattern:
      /(?:年初|今年|省[里委]?|市[里委]?|县[里委]?|国家|上级|人大代表|代表|报告)?(?:确定|承诺|交办|转办|部署|下达|明确|参与|提出|安排|公布)的$/,
    examples: ['完成年初确定的', '我区参与的', '国家部署的'],
    counterExamples: ['新增的', '确定的任务', '目的'],
  },
  {
    id: 'each-gained',
    pattern: /(?:分别|均)(?=(?:新增|净增)(?:了|约|近|超过?)?$)/,
    examples: ['授权点分别新增', '学位授予单位均新增'],
    counterExamples: ['人均新增产值', '分别增长'],
  },
  {
    id: 'on-top-of',
    pattern: /^[、,]?(?:在[^,。;、]{0,14}|[个项]?事项)?基础上,?(?:又|再|还|继续|进一步)*(?:推出)?/,
    examples: ['在全省基础上新增', '事项基础上又推出'],
    counterExamples: ['基础设施', '粮食总产量在上年增长的基础上'],
  },
  {
    id: 'once-built',
    pattern: /^[、,]?(?:项目)?(?:全部|全面)?(?:建成|投产|达产|投用|完工|投运)+后(?=.{2})/,
    examples: ['全部建成后预计年消耗', '项目达产后年产值'],
    counterExamples: ['建成后', '产后康复中心'],
  },
  {
    id: 'times-of',
    pattern:
      /(?:提高|增加|提升|达)(?:到|至)?(?:当地|全国|全省|国家|上年|社会)[^,。;、]{2,12}(?:标准|水平|工资)的?$/,
    examples: ['工资待遇提高到当地最低工资标准', '收入达到全国平均水平的'],
    counterExamples: ['最低工资标准', '高于全国平均水平'],
  },
  {
    id: 'causes',
    pattern: /(?:后)?(?:使|让|令)(?:得)?$/,
    examples: ['老旧小区改造使', '集中供热后让'],
    counterExamples: ['天使投资', '出让面积'],
  },
];

const ALL = anyOf(NOT_NAMED, 'g');
/** Last characters or words without which none of the patterns is met. */
const MAY =
  /台阶|关|槛|持平|相当|[比较].*[减增]|目标|任务|不得|不能|不可|不准|不应|不许|必须|应|转|创|止跌|幅|稳中|连续|稳步|持续|不断|明显|显著|增效|提质|升级|发展|突破|成效|强劲|迸发|壮大|做强|推进|佳绩|^[、,]?[分同率先]{0,4}[在于]\d|每\d|[目程区].{2,14}、.*[投产]|[办召].*、|[好赢响亮强牢密].*、|[使让令得]$|的$|标准$|水平$|工资$|[破过超][十百千万亿]|由.*\d|[成产用工运]后|基础上|[均别](?:新|净)增/;

/** The words before a number without those that do not belong to its name. */
export const cleanWords = (left: string): string =>
  mayHold(left) && MAY.test(left) ? left.replace(ALL, '') : left;

/** Tells by its characters whether a text may hold such words: most do not. */
const mayHold = (left: string): boolean => {
  const found = signatureOf(left);
  return (
    (found & HOLDS.unnamed) !== 0 ||
    (found & HOLDS.unnamedDigit && found & HOLDS.digit) !== 0 ||
    (setsAt(left, left.length - 1) & HOLDS.causes) !== 0
  );
};
