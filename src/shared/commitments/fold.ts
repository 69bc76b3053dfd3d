/** Wordings of one thing that differ from year to year; names and clauses are folded before they are compared. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[（(][^（）()]{0,12}[)）]/g, ''],
  [/“?四好农村路”?/g, '农村公路'],
  [/[“”‘’"'《》()（）\s]/g, ''],
  [/规模以上|规上/g, '规上'],
  [/规上企业工业|规上工业企业(?=增加值)/g, '规上工业'],
  [/市场主体/g, '经营主体'],
  [/(?:国内|地区|县域|区域)?生产总值|GDP/g, '生产总值'],
  [/一般公共财政预算收入|公共财政预算收入/g, '一般公共预算收入'],
  [/(?:能耗|能源消耗)强度|(?:单位|万元)生产总值(?:综合)?(?:能耗|能源消耗|能源消费)/g, '单位生产总值能耗'],
  [/易地(?:扶贫)?搬迁(?:脱贫)?(?:人口)?/g, '易地扶贫搬迁'],
  [/保障房/g, '保障性住房'],
  [/城建(?=项目|工程|类)/g, '城市建设'],
  [/候选项目|(?<=.{3})目标$/g, ''],
  [/成交/g, '交易'],
  [/交易总额|交易金额/g, '交易额'],
  [/(?:实际)?(?:使用|利用|吸收|到位)外(?:商直接投)?资/g, '实际利用外资'],
  [/网络消费零售|网上零售/g, '网络零售'],
  [/(?:国省?考|国省?控|省考|省控|考核|国家考核)断面/g, '断面'],
  [/水质优良(?:比例|率|占比)|优良水[体质](?:比例|率|占比)|水体优良(?:比例|率|占比)/g, '水优良比例'],
  [/优良天数(?:比例|比率|率|占比)/g, '优良天数比例'],
  [/户厕|(?:卫生|农村|问题)+厕所/g, '厕所'],
  [/引入|招引|引育/g, '引进'],
  [/新增(城镇|城乡)就业/g, '$1新增就业'],
  [/拟安排|用于|的/g, ''],
  [/水质|水体/g, '水'],
  [/平米/g, '平方米'],
  [/(?:惠民|民生|民心|为民|利民)(?:办)?(?:实事|工程)/g, '民生实事'],
  [/植树造林|营造林|人工造林/g, '造林'],
  [/棚改|棚户区住房改造/g, '棚户区改造'],
  [/新(?:改扩建|建改扩建|建、改扩建|建改建|改建)/g, '新建'],
];

const folded = new Map<string, string>();
const KEPT = 20_000;

/** A name or clause in one wording. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const found = SAME.reduce((rest, [pattern, other]) => rest.replace(pattern, other), text);
  if (folded.size > KEPT) folded.clear();
  folded.set(text, found);
  return found;
}
