import { row, type PledgeRow } from './pledge-row';

/** Verbs that promise little by themselves (加快, 推进, 打造): what they are of must be a thing that could be seen. */
export const WEAK_ROWS: readonly PledgeRow[] = [
  row(
    'planning',
    /^(?:谋划(?:建设|打造|实施|推进|启动|布局)?|规划(?:建设|布局)?|研究)(?<o>.{3,60}?)(?:建设)?$/,
    {
      of: 'physical',
      example: '谋划建设环湖路',
      counter: '建设环湖路',
    },
  ),
  row(
    'underway',
    /^(?:续建|(?:搭建|搬迁|加快|推进|建设|开展(?=.{4,}建设$)|实施|抓好|改扩建|新建|改建|扩建|改造|推动|共建|创建|布局|筹建|建好|攻坚))+(?<o>.{3,60}?)(?:(?:规划|合作)?建设|实施)*(?:进度|步伐|进程|工作)?(?:取得(?:实质性|突破性)(?:进展|突破))?$/,
    {
      of: 'physical',
      example: '加快推进青禾大桥建设',
      counter: '加快推进高质量发展',
    },
  ),
  row('preparation', /^(?:跟进|跟踪|盯紧|盯办|对接)(?<o>.{3,80}等)(?:在谈|意向|拟签约|签约)?项目$/, {
    example: '跟进青禾机场、云麓物流基地等在谈项目',
    counter: '跟进上下游项目',
  }),
  row('underway', /^加大(?<o>.{3,60}?)(?:规划)?(?:建设|推进|改造|保护)力度$/, {
    of: 'physical',
    example: '加大青禾文化公园规划建设力度',
    counter: '加大保护力度',
  }),
  row('built', /^(?:打通|拓宽|贯通|修建|新修)(?<o>.{2,50}?)(?:建设)?$/, {
    of: 'physical',
    example: '打通青禾大道',
    counter: '打通堵点痛点',
  }),
  row(
    'underway',
    /^对(?<o>.{4,50}?)(?:集中|全面|分批)?(?:开展|进行|实施)(?:保护性)?(?:修复|修缮|改造|整治|提升|治理)$/,
    {
      of: 'physical',
      example: '对青禾书院、云麓学堂等旧址开展修复',
      counter: '对突出问题开展整治',
    },
  ),
  row('underway', /^(?:着力|倾力|精心)?(?:打造|构建)(?<o>.{4,40})$/, {
    of: 'place',
    example: '打造青禾湾红色教育基地',
    counter: '打造区域性物流基地',
  }),
  row('underway', /^(?:攻坚)?(?<o>.{3,60}?)(?:加快|加速|抓紧|全力|有序)?(?:建设|推进|施工)$/, {
    of: 'physical',
    example: '支持青禾产业园二期建设',
    counter: '加强党的建设',
  }),
];
