import type { PledgeKind, Stage } from '../../report';

/** One wording of a stage, with a clause that says it and one that does not. */
export interface StageRow {
  readonly stage: Stage;
  readonly pattern: RegExp;
  readonly kinds: readonly PledgeKind[];
  readonly example: string;
  readonly counter: string;
}

const WORKS: readonly PledgeKind[] = ['project'];
const ALL: readonly PledgeKind[] = ['project', 'law', 'title', 'reform'];
const EVENTS: readonly PledgeKind[] = ['event'];

/** Read from the first to the last; what one row has read, no later one reads again. */
export const STAGE_ROWS: readonly StageRow[] = [
  {
    stage: 'preparation',
    kinds: WORKS,
    pattern:
      /前期(?:工作|手续|准备|论证)?|可研|可行性研究|(?:完成|通过|取得)?(?:立项|选址|环评|初步设计|规划设计|招标|招投标|预审)|(?:完成|启动|推进)?(?:征地|征迁|征拆|拆迁|土地征收|土地收储)|签约|达成(?:合作)?协议|报批|获批复|获得?(?:国家|省)[^，。]{0,8}(?:批复|核准)/g,
    example: '大桥前期工作有序推进',
    counter: '大桥建成通车',
  },
  {
    stage: 'structure',
    kinds: WORKS,
    pattern:
      /主体(?:结构|工程|建筑|部分)?(?:已|全部|顺利|基本|均)*(?:完工|封顶|竣工|建成|完成)|封顶|合龙|(?:全线|隧道)?贯通/g,
    example: '博物馆新馆主体结构封顶',
    counter: '主体责任全面落实',
  },
  {
    stage: 'underway',
    kinds: WORKS,
    pattern:
      /完成(?:了)?[^，。、]{0,6}(?:桩基|地基|基础施工|土建|过半|路基|铺轨|工程量|形象进度|施工)[^，。、]{0,4}|(?:完成|建设)?过半|续建|在建|复工|正在[^，。]{0,4}(?:建设|施工|推进|实施)|进展顺利|进场施工|加紧施工|(?:进入|处于)[^，。]{2,8}(?:阶段|期)/g,
    example: '青禾大桥完成桩基施工',
    counter: '青禾大桥开工建设',
  },
  {
    stage: 'in-use',
    kinds: WORKS,
    pattern:
      /建成(?:并)?(?:投[用产运训]|通车|启用|开放|运营|使用|运行|开园|交付)|投入(?:了)?(?:试)?(?:使用|运营|运行|营运|生产)|(?:试)?投[用运产训]|(?:正式|全线|试)?(?:通车|通航|启用|开通|开园|开馆|开业|开诊|开学|营业|通水|点火)|(?:正式|全面|试)?(?:对外)?(?:开放|运营|运行)(?!商|机制|质量)|交付(?:使用)?|并网(?:发电)?|挂牌(?:运行|运营|成立)?|达产|招生|搬迁入驻/g,
    example: '市民中心正式启用',
    counter: '市民中心即将竣工',
  },
  {
    stage: 'started',
    kinds: WORKS,
    pattern:
      /开工(?:建设|动工)?|动工(?:建设)?|破土(?:动工)?|奠基|开建|(?:全面|正式)?启动(?:建设|实施|施工)?|落地(?:建设)?/g,
    example: '墨沙河清淤疏浚工程破土动工',
    counter: '完工验收',
  },
  {
    stage: 'built',
    kinds: WORKS,
    pattern:
      /建成(?!区)|完工|竣工|落成|建好|建设完成|(?:改造|建设|治理|整治|修复|加固|扩建|安装)[^，。]{0,6}(?:任务|工程)?(?:全面|全部|圆满|如期|提前|顺利)*(?:完成|结束)|完成[^，。]{0,60}(?:建设|改造|扩建|治理|整治|修复|加固|安装|升级|搬迁|工程|项目)(?:任务|工程|项目)?|圆满完工|交工/g,
    example: '站房改造工程圆满完工',
    counter: '完成桩基施工',
  },
  {
    stage: 'planning',
    kinds: WORKS,
    pattern: /谋划|规划建设|规划|储备|研究论证|论证/g,
    example: '谋划建设环湖路',
    counter: '环湖路建成通车',
  },
  {
    stage: 'underway',
    kinds: ['project', 'law', 'reform'],
    pattern:
      /(?:加快|有序|稳步|全力|扎实|持续|深入|加紧|顺利|积极|全面|大力|强力)*(?:推进|建设|施工|实施)(?!意见|方案|办法)/g,
    example: '其余路段加快建设',
    counter: '开工典礼举行',
  },
  {
    stage: 'issued',
    kinds: ['law'],
    pattern:
      /出台|印发|颁布|公布|发布|施行|实施(?!方案|意见|办法)|生效|(?:审议|表决|人大[^，。]{0,6})通过|获(?:得)?[^，。]{0,6}(?:批复|批准)|(?:编制|修订|制定|起草)(?:工作)?(?:全面|如期)?完成(?!征求|初稿|起草|调研|公示|送审|论证)|完成[^，。]{0,24}(?:编制|修订|制定|修编)|制定(?:了)?|编制(?:了)|修订(?:了)|建立(?:了)?|实行/g,
    example: '国土空间总体规划获得批复',
    counter: '条例草案公开征求意见',
  },
  {
    stage: 'drafted',
    kinds: ['law'],
    pattern:
      /完成(?:公开)?(?:征求意见|初稿|起草|调研|公示|送审|论证)|起草|草案|征求意见|编制|修订|修编|研究|调研|立法/g,
    example: '条例草案公开征求意见',
    counter: '条例颁布施行',
  },
  {
    stage: 'underway',
    kinds: ['title'],
    pattern:
      /创建(?:工作)?(?:加快|稳步|有序|扎实|深入|持续|全力|强力|顺利)+(?:推进|开展|进行)|(?:加快|稳步|有序|扎实|深入|持续|全力)(?:推进|开展)[^，。]{0,20}创建|通过[^，。]{0,12}(?:初审|初验|初评|现场评估|技术评估|省级验收|省级评审|考核|复审|复核|暗访)|进展顺利/g,
    example: '国家森林城市创建工作稳步推进',
    counter: '成功创建国家森林城市',
  },
  {
    stage: 'awarded',
    kinds: ['title'],
    pattern:
      /创成|成功(?:创建|入选|获批|申报|申创|争创|列入|跻身|创成)|(?:创建|申报|申创|争创)成功|获评|荣获|荣膺|获得|获批|获[^，。]{0,8}(?:批复|命名|认定|授予|批准)|入选|入围|跻身|摘得|摘取|命名为|被[^，。]{0,12}(?:命名|评为|授予|认定|列为|确定)|认定为|列入|纳入|成为|通过[^，。]{0,12}(?:验收|命名|认定|评审)|建成|创建(?:为|了)/g,
    example: '跻身国家低碳试点城市行列',
    counter: '积极申报国家低碳城市试点',
  },
  {
    stage: 'applied',
    kinds: ['title'],
    pattern: /申报|申创|申请|争创|创建|争取|推荐/g,
    example: '积极申报国家低碳城市试点',
    counter: '荣获国家低碳城市',
  },
  {
    stage: 'completed',
    kinds: EVENTS,
    pattern: /(?:成功|圆满|顺利|精心|胜利)*(?:举办|承办|举行|召开|办好|开幕|闭幕|落幕)|成功(?!申办)|圆满/g,
    example: '成功举办全国种苗大会',
    counter: '全国种苗大会筹备有序',
  },
  {
    stage: 'underway',
    kinds: EVENTS,
    pattern: /筹备|筹办|申办/g,
    example: '全国种苗大会筹备有序',
    counter: '成功举办全国种苗大会',
  },
  {
    // 松岭水库完成大坝填筑: what is done is a part of the work; 完成 after the thing, or right before it, is the whole.
    stage: 'underway',
    kinds: WORKS,
    pattern: /完成(?:了)?(?!某|总投资|投资)(?=[^，。；、]{2,})/g,
    example: '松岭水库完成大坝填筑',
    counter: '松岭水库全面完成',
  },
  {
    stage: 'completed',
    kinds: ALL,
    pattern:
      /(?:提前|全面|圆满|顺利|如期|全部|已)*(?:完成(?!投资|产值|率|征求|初稿|起草|调研|公示|送审|论证)|收官|办结|结束|见效)|(?:实现|达到)?[^，。]{0,6}全覆盖|全面(?:推行|推开|实施|落实|建立|铺开|施行|实行|完成|取消|放开)|推行|实行|建立(?:了|起)?|落实到位|落地见效|到位|(?:全面|正式)施行|组建(?:成立|完成)?|挂牌(?:成立)?|成立|设立|停止|取消|免除|整合|统一|收官|开启|实现/g,
    example: '区属国企重组整合圆满收官',
    counter: '改革任务有序推进',
  },
  {
    stage: 'started',
    kinds: ['reform', 'law'],
    pattern: /启动|试点|开展|部署/g,
    example: '综合执法改革启动试点',
    counter: '改革全面完成',
  },
];

/** How far along a stage is; stages of one number are as good as each other. */
export const RANK: Readonly<Record<Stage, number>> = {
  planning: 1,
  preparation: 2,
  drafted: 2,
  applied: 2,
  started: 3,
  underway: 3,
  structure: 4,
  built: 5,
  issued: 5,
  approved: 5,
  awarded: 5,
  completed: 5,
  level: 5,
  'in-use': 6,
};
