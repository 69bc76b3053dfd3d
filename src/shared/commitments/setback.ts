/** One way a text says that a thing did not come about, with a clause that says so and one that does not. */
interface Setback {
  readonly pattern: RegExp;
  readonly example: string;
  readonly counter: string;
}

export const SETBACKS: readonly Setback[] = [
  { pattern: /尚未|仍未|还未|至今未/, example: '热电联产项目尚未开工', counter: '未来科技城开工' },
  {
    pattern:
      /未(?:能|按|如期|完成|开工|动工|启动|建成|竣工|投用|投产|通车|交付|实施|落地|获|实现|达到?(?:目标|预期|标)|到位)/,
    example: '水库除险加固未按期完成',
    counter: '未发生重大事故',
  },
  {
    pattern: /没有(?:完成|开工|动工|建成|实现|达到|启动|落实|实施|形成)|没能|不及预期|低于预期|不达预期/,
    example: '渠道改造没有完成',
    counter: '没有发生一起事故',
  },
  {
    pattern: /暂缓|暂停|搁置|搁浅|停工|停滞|停建|缓建|流产|叫停|取消建设|终止(?:建设|实施|合作)|中止/,
    example: '厂房改造暂缓实施',
    counter: '取消行政审批12项',
  },
  {
    pattern:
      /滞后|推迟|延期|延后|顺延|受阻|(?:进展|进度|推进|办理|建设)(?:较为|比较|较|十分)?(?:缓慢|迟缓|不快|不畅|偏慢|较慢)/,
    example: '变电站建设进度滞后',
    counter: '群众慢下脚步',
  },
];

/** Tells whether a clause says that what it tells of was not begun, not done, put off or given up. */
export const isSetBack = (told: string): boolean => SETBACKS.some(({ pattern }) => pattern.test(told));
