/**
 * Words of one kind from the weakest to the strongest; words of one step are equally strong.
 * Each is a pattern (the source of a regular expression), most of them plain words.
 */
export interface Scale {
  readonly name: string;
  readonly steps: readonly (readonly string[])[];
}

/**
 * How firmly a report promises. 谋划 is a thought, 推进 a movement, 加快 more of it, 确保 a promise,
 * 全面完成 the promise kept. Order and steps are a judgement; they stand here to be corrected.
 */
export const RESOLVE: Scale = {
  name: '决心',
  steps: [
    ['谋划', '研究', '探索', '酝酿'],
    ['力争', '争取', '努力', '尝试', '申报', '申办'],
    ['推动', '推进', '支持', '鼓励', '引导', '促进', '启动', '开展', '持续推进', '稳步推进', '稳妥推进'],
    [
      '加快',
      '加快推进',
      '加大',
      '加快建设',
      '扎实推进',
      '深入推进',
      '深入实施',
      '大力推进',
      '大力发展',
      '深化',
      '着力',
    ],
    ['全力', '全力加快', '全力推进', '高质量推进', '强力推进'],
    ['确保', '必须', '坚决', '务必'],
    ['全面完成', '全面建成', '圆满完成'],
  ],
};

/** How much of a thing is meant. */
export const EXTENT: Scale = {
  name: '范围',
  steps: [['[\\d.]+%(?:以上|左右)?'], ['全覆盖', '全面覆盖', '100%']],
};

/** Words that leave room: taking one away may strengthen (力争) or weaken (以上), so the reader judges. */
export const HEDGES: readonly string[] = ['力争', '争取', '努力', '以上', '左右'];
