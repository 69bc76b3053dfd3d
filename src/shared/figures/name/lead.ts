import { oneOf } from '../rule';
import { HOLDS, signatureOf } from '../signature';
import { cleanWords } from './clean';
import { trimStart } from './subject';

const HEAD = oneOf(`
  主体 产业 企业 农业 工业 林业 渔业 牧业 畜牧业 旅游业 服务业 制造业 建筑业 物流业 酒业 种业 矿业 商业 花卉业 养殖业 种植业 房地产业 金融业 业 经济 贸易 外贸 消费 投资
  旅游 文旅 市场 都市圈 城市群 经济圈 经济带 流域 湾区 示范区 新区 开发区 高新区 经开区 园区 口岸 机场 港口 港 班列 物流 金融 信贷 财政 税收 就业 收入 支出 产量 产值
  面积 总额 余额 增加值 率 量 额 值 价格 指数 规模 人口 人才 专利 电商 快递 粮食 小麦 水稻 玉米 棉花 蔬菜 水果 茶叶 生猪 中药材 畜牧 养殖 楼市 车市 保险 储蓄 存款 贷款 出口 进口
  进出口 外资 招商引资 工程 项目 公路 铁路 高速 集团 公司 医院 学校 教育 电力 用电量 能源 光伏 风电 新能源 汽车 装备 钢铁 化工 医药 电子 食品 纺织 建材 赛事 演出 展会 品牌 集群 平台
  养老金 顺差 逆差 基金 债券 国企 民企 科技 创新 研发 社保 医保 养老 慈善 志愿服务 电影 会展 夜市 特产 水产 苗木 花卉 食用菌 油茶 柑橘 苹果 葡萄 县市 县 市 区
`);
const STATUS = oneOf(`
  持续 稳步 不断 加快 加速 快速 提速 提质 增效 扩量 回暖 回升 回稳 向好 迸发 涌现 壮大 攀升 跃升 突破 转正 转负 持平 增势 强劲 活跃 旺盛 繁荣 兴旺 红火 火爆 火热 升温 扩大 增强
  凸显 显现 改善 好转 领跑 领先 起势 崛起 发力 见效 蓄势 跨越 新高 台阶 稳定 稳健 平稳 丰收 喜人 亮眼 释放 焕新 集聚 成势 成型 成链 夯实 畅通 做强 做大 提升 增长 优化 协同 同城化
  一体化 腾飞 倍增 翻番 蓬勃 迅猛 迅速 兴起 爆发 复苏 企稳 扩容 集中 贯通 推进 见成效 出圈 火出 走强 走高 提级 进位 升级 健康 良好 有力 有序 全面 稳中 首次 连年 连续 稳居 新水平 再上
`);
const IN_STATE = new RegExp(STATUS);
const ENDS_IN_HEAD = new RegExp(`${HEAD}$`);
const SUBJECT = new RegExp(`^([一-龥“”A-Za-z]{0,12}${HEAD})([一-龥“”\\d]{2,10})$`);
/** Subjects that own no figure: what they head is of the whole place. */
const OF_ALL =
  /^(?:[全我本][国省市县区州]|(?:国民|区域|县域|全[市县区]|实体)?经济(?:运行|发展|社会)?|发展|工作|综合实力|社会|产业|项目|投资|消费|市场|改革|科技|创新|教育|城市|乡村|农业|人口|.*[一-龥]项(?:事业|工作))$/;
const VERB_FIRST =
  /^(?:[^一-龥]*)(?:扎实|深入|大力|加快|推进|推动|实施|坚持|落实|强化|深化|优化|完善|建设|打造|打好|打赢|抓好|做好|持续|全面|积极|全力|着力|聚焦|围绕|支持|促进|加强|不断|稳步|统筹|成功|狠抓|严格|精心|切实|有效|始终|突出|培育|做强|做优|做大|提升|壮大|发展|开展|组织|聚力|倾力|致力|千方百计|坚决|高质量|高标准|高效)/;

const LONGEST_LEAD = 60;
/** 装备、食品、建材三大主导产业加快发展. */
const SEVERAL = /、[^、]*?([两三四五六七八九十]大[一-龥]{0,6}产业)[一-龥]{2,10}$/;

/** 汽车灯具、食品加工等产业蓬勃发展. */
const LISTED = /^([一-龥]{2,8}(?:、[一-龥]{2,8})+等[一-龥]{0,4}(?:产业|行业))((?!的)[一-龥]{2,10})$/;

/** Gives what a clause or sentence without a number speaks of (经营主体 of 经营主体活力迸发); empty where it does not say. */
export function subjectOf(clause: string): string {
  if (clause.length < 2 || clause.length > LONGEST_LEAD || VERB_FIRST.test(clause)) return '';
  const clean = cleanWords(clause);
  if (clean === clause && !IN_STATE.test(clause) && !clause.includes('产业')) return '';
  const words = trimStart(clean).replace(/^[^一-龥“]*/, '');
  const longest = words.includes('产业') ? 40 : 26;
  if (words.length < 2 || words.length > longest || (words !== clause && VERB_FIRST.test(words))) return '';
  const several = SEVERAL.exec(words)?.[1];
  if (several !== undefined) return several;
  const [, noun = '', rest = ''] = LISTED.exec(words) ?? SUBJECT.exec(words) ?? [];
  if (noun.length < 2 || OF_ALL.test(noun) || !IN_STATE.test(rest))
    return clean === clause ? '' : wholeOf(words);
  return noun;
}

/** 贷款余额 of 贷款余额连续跃上3个台阶: what is left of a clause without its step is its subject. */
const wholeOf = (words: string): string =>
  words.length >= 3 && words.length <= 14 && ENDS_IN_HEAD.test(words) ? words : '';

/** 整治“散乱污”企业，取缔36家: what is acted on is what is counted after it. */
const ACTS_ON =
  /^(?:强力|严厉|集中|深入|全面|扎实|持续|大力)?(?:整治|打击|清理|排查|取缔|治理|查处)[^,]*?((?:[“"][^”"]{1,8}[”"])?[一-龥]{0,6}(?:企业|场所|作坊|摊点|市场|案件|隐患|违建|排污口))$/;
export const actedOn = (clause: string): string =>
  ENDS_IN_ACTED.test(clause) ? (ACTS_ON.exec(trimStart(clause))?.[1] ?? '') : '';
const ENDS_IN_ACTED = /[业所坊点场件患建口]$/;

/** 全力推进…工程，总投资18.4亿元: what is built owns the aspects after it. */
const BUILDS =
  /^(?:全力|加快|扎实|有序|大力|全面|持续)?(?:推进|实施|建设|启动|开工|谋划|谋划实施|引进|签约)(?:了|建设)?([^,、]{2,16}(?:工程|项目|园区))(?:建设)?$/;

/** The project that a clause without a number says is built; empty where it says none. */
export const projectOf = (clause: string): string =>
  ENDS_IN_PROJECT.test(clause) ? (BUILDS.exec(trimStart(clause))?.[1] ?? '') : '';
const ENDS_IN_PROJECT = /[程目区设]$/;

/** 扣除房地产因素, 剔除…后: what a figure leaves out; prices and years of prices leave nothing out of GDP. */
const QUALIFIER =
  /^[、,]?(?:如果?|若)?((?:扣除|剔除|不含|不包括|不计|除去|去除|不考虑)[^,。;、\d]{2,16}?)(?:的?影响)?(?:之?后|外)?$/;

/** The scope that a clause sets for the next (扣除房地产因素); empty where it sets none. */
export const qualifierOf = (clause: string): string =>
  signatureOf(clause) & HOLDS.leavesOut ? (QUALIFIER.exec(trimStart(clause))?.[1] ?? '') : '';
