/** A kind of object that names nothing which could be found again, with one that is such and one that is a thing. */
export interface WishRow {
  readonly pattern: RegExp;
  readonly example: string;
  readonly counter: string;
}

export const WISH_ROWS: readonly WishRow[] = [
  {
    // What is to be brought about in others.
    pattern:
      /^(?:广泛|优先|积极|有效)*(?:引导|吸引|鼓励|撬动|动员|协调|保证|保障(?!性|房)|规范|改善|保持|盘活|注入|拓展|开拓|拓宽|严格|控制(?!性|中心)|聚焦|深度融入|融入|纳入|迎接|应对|培育|巩固|建强(?=国家|重要|用好|一批|各)|做深|做实|做细|办理|调动|激发|释放|加大|争引|整治|下大力|实打实|其(?:他|余|它)?|没有)/,
    example: '引导塑料机械企业入园',
    counter: '青禾塑料机械产业园',
  },
  {
    // 甲地加快建设乙: the second verb says that the first words are nobody's name.
    pattern:
      /.(?:加快|打造(?![和及、])|引导(?!基金)|吸引|开拓|拓展|撬动|牵头|加强|更多|参与|迎接|助力|推进(?!速度|方案|计划))./,
    example: '民间资本参与重大工程',
    counter: '青禾重大工程',
  },
  {
    // What is said of it takes the place of its name.
    pattern:
      /(?:各具|鲜明|各种|多种|有针对|利长远|打基础|上规模|高起点|成规模|具有|符合|适应|有利于|条件|生产|需要|急需|附加值|违规|有效|优质)[^，。“《]{0,10}的[^，。“《]{2,12}$/,
    example: '各具特色的乡村学校',
    counter: '青禾的乡村学校',
  },
  {
    // Of companies in general.
    pattern: /^(?:外商|民营|民间|中小|科技型|优质|后备)[^，]{0,6}企业[^，]{0,8}上市$/,
    example: '外商投资企业在国内上市',
    counter: '青禾科技企业上市',
  },
  {
    // A way for goods, people or words is not built.
    pattern:
      /(?:门路|思路|出路|转换通道|上升通道|交流通道|服务通道|绿色通道|救助通道|大通道|大平台|大枢纽|大市场)$/,
    example: '农村劳动力的就业门路',
    counter: '青禾路',
  },
  {
    pattern: /(?:国际|国内|多元化|域外|境外|海外|新兴|高端|消费|要素|资本|人才|技术|资金)市场$/,
    example: '欧盟多元化国际市场',
    counter: '青禾建材市场',
  },
  {
    // So many of a kind, named by their number alone: which they are is told elsewhere or nowhere.
    pattern:
      /^(?:好|抓好)?“?[一二三四五六七八九十]+(?:大|项|类|个|条)(?:重点|重大|支撑)*(?:工程|改革|行动|基地|平台|中心|项目)”?$/,
    example: '“六大工程”',
    counter: '“六湖一河”工程',
  },
  {
    // Steps and means, and money that is put together.
    pattern: /(?:措施|举措|资金|资源|力量|队伍)$|^(?:或|和)|^(?:规划|设计|实施|工作)*方案$/,
    example: '“最多跑一趟”改革措施',
    counter: '青禾政务服务平台',
  },
  {
    pattern:
      /^(?:创新|产业|技术创新|产学研|科技)*(?:联合体|联盟)$|^(?:股权|产业|创业|引导|投资)*基金$|(?:承接|贷款|对接|融资|交流|展示)平台$/,
    example: '创新联合体',
    counter: '青禾药业创新联合体',
  },
  {
    pattern: /(?:市场调控[^，]*|清理规范|排查整治|专项整治|隐患排查)$/,
    example: '违规违建项目重点领域清理规范',
    counter: '青禾片区违建拆除',
  },
];

/** Tells whether an object names nothing that could be found again. */
export const isWish = (object: string): boolean =>
  !isPaper(object) && WISH_ROWS.some(({ pattern }) => pattern.test(object));

/** 加强进口、促进贸易平衡的指导意见: a paper has its wish as its name. */
const PAPER = /的(?:指导|实施|若干)?(?:意见|办法|方案|细则|条例|规划)$/;

/** Tells whether an object is a paper named by what it is for. */
export const isPaper = (object: string): boolean => PAPER.test(object);
