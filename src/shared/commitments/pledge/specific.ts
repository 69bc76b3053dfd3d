import { withoutVague } from './vague';

/** Words that could stand in the plan of any place: what is left of a name without them tells which one is meant. */
const SCOPES =
  '规上|规模以上|规模化|规模|国土|空间|大规模|全国|国家级|国家|全省|全市|全县|全区|省级|市级|县级|区级|区域性|区域|地区|中心城区|主城区|老城区|城区|新城区|县城|城乡|城镇|城市|农村|乡村|乡镇|镇村|社区|街道|周边|境内|沿线|各类|各级|各项|所有|全部|一批|一个|若干|部分|多个|系列|等|本地|重点|重大|骨干|主要|关键|核心';
const QUALITIES =
  '高能级|精品|有机|共享|外联|标志性|更加公平更可持续|现代化|现代|新型|新兴|新一代|新一轮|高质量|高水平|高标准|高端|一流|优质|先进|综合性|综合|公共|公益性|专业化|专业|特色|示范性|示范|标准化|规范化|智能化|智能|智慧|数字化|数字|绿色|低碳|生态|美丽|宜居|和谐|安全|平安|健康|幸福|文明|便民|惠民|利民|大型|中小型|小型|新建|续建|在建|改建|扩建|改扩建|市场化|社会化|多层次|多元化|普惠性|普惠|基础性|基础|配套|完善|健全|更加|更实|更高|更大|可持续';
const FIELDS =
  '融合|山水林田湖草沙|山水林田湖草|畜牧|全域|造林|干道|改善|社会保险|保险|测土配方|施肥|扶贫|脱贫|对接|合作|充电桩|新基建|基站|特高压|油气|中药材|石化|合成材料|高校|医疗机构|企业总部|总部|中试|熟化|成果|评价|评估|转化|孵化|产品|质检|基础设施|设施|公共服务|经济|社会|产业化|产业|工业|农业|林业|牧业|渔业|种业|制造业|服务业|制造|加工|装备|建筑|建材|食品|医药|化工|钢铁|能源|新能源|新材料|电力|电网|水利|水电|核电|交通|物流|运输|贸易|商贸|商业|电商|电子商务|金融|财政|税收|税务|科技|科研|技术|创新|创业|人才|教育|义务教育|学前教育|职业教育|文化|文旅|旅游|体育|健身|医疗|卫生|养老|托育|社保|社会保障|保障|就业|住房|民生|民政|残疾人|妇幼|老年人|环境|环保|生态环境|大气|空气|水环境|土壤|水污染|污染|污水|垃圾|固废|废水|供水|饮水|供热|供暖|供气|燃气|供电|排水|雨水|雨污分流|污泥|河道|河湖|水系|湿地|森林|造林|绿化|亮化|美化|净化|景观|道路|公路|路网|街巷|小街小巷|背街小巷|停车|充电|网络|通信|信息|大数据|数据|算力|互联网|政务|行政|执法|法治|司法|信用|国有企业|国企|企业|园区|开发区|老旧|危旧|棚户区|城中村|安置|回迁|保障性|租赁|应急|消防|防灾|减灾|救灾|防汛|抗旱|粮食|蔬菜|水果|畜禽|生猪|奶业|种植|养殖|农产品|农田|高标准农田|土地|耕地|技改|上市|灾后|矿山|矿产|资源|外贸|外资|投资|消费|招商|营商|市场|产权|所有制|财税|价格|分配|收入|疫情|疫苗|疾病|医保|药品|医药卫生';
const THINGS =
  '项目|工程|平台|体系|机制|制度|政策|措施|办法|规划|方案|意见|计划|行动|任务|工作|(?<!宅)基地|中心|片区|示范区|示范带|先行区|试验区|功能区|集聚区|产业园|物流园|科技园|农业园|工业园|公园|园|广场|小区|住宅|厂房|厂|站点|站|点|场馆|场所|场|馆|院|校|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|卫生室|路段|路|街|道|线路|线|管线|管道|管网|管廊|桥梁|桥|隧道|通道|枢纽|港口|港|码头|机场|铁路|高铁|高速|轨道交通|水库|灌区|水厂|处理厂|电厂|电站|泵站|综合体|市场|超市|商圈|集群|产业链|链条|品牌|标准|清单|目录|系统|网|带|轴|圈|区|城|镇|乡|村|新区|新城|小镇|楼|房|公寓|企业|公司|机构|组织|团队|队伍|车间|工厂|生产线|仓库|仓储|库|池|塘|渠|井|桩|住房|风貌|外立面';
const ACTS =
  '建设|改造|提升|升级|整治|治理|修复|保护|开发|利用|运营|运行|管理|监管|服务|保障|供应|供给|发展|转型|优化|完善|调整|改革|整合|重组|搬迁|拆迁|征迁|征收|征地|安置|清理|排查|整改|规范|推广|应用|培育|扶持|打造|创建|申报|实施|推进|加快|开展|处理|处置|利用化|生产|建造|维护|维修|养护|更新|扩容|提质|增效|提标|扩面|覆盖|入地|退城|入园|全面|参与|接种|脱贫|攻坚|振兴|输电|配电|储备|加工|制造|集中|挂钩';
const JOINTS = '和|与|及|以及|的|暨|或|等|、|以|了|在|对|为|把|将|用';
/** Characters that only say what kind of thing a name ends in. */
const TAIL = /[园站路街道线桥港场馆院校村镇乡区城县市网带圈库池厂楼房点化级类型式家新大小老]$/;

const COMMON = new RegExp(
  [SCOPES, QUALITIES, FIELDS, THINGS, ACTS, JOINTS]
    .join('|')
    .split('|')
    .filter((word) => word.length > 1 || JOINTS.includes(word))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** The characters of a name that tell which of its kind it is: 青禾大桥 leaves 青禾, 片区改造 nothing. */
export const distinctOf = (object: string): string =>
  object
    .replace(/[“”‘’《》（）()\s]/g, '')
    .replace(COMMON, ' ')
    .split(' ')
    .map((run) => (run.length > 1 ? run : run.replace(TAIL, '')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const lengthOf = (distinct: string): number => distinct.replace(/ /g, '').length;

/** Things a place has one of: the kind is as good as a name. */
const ONE_OF =
  /(?:体育馆|体育场|体育中心|博物馆|美术馆|图书馆|科技馆|规划馆|展览馆|文化馆|档案馆|纪念馆|群艺馆|大剧院|剧院|影院|动物园|植物园|市民(?:服务)?中心|(?:检验检测|教师发展|指导|康复(?:医疗)?|救助|指挥|融媒体|调度|产权交易)中心|会展中心|会议中心|文化中心|奥体中心|游客中心|客运站|汽车站|火车站|高铁站|殡仪馆|公墓|福利院|妇幼保健院|中医院|人民医院|传染病医院|疾控中心|急救中心|职教中心|职业技术学院|党校|机场|宾馆|敬老院|看守所|消防站|青少年宫|少年宫|文化宫|垃圾焚烧[^，。]{0,6}|垃圾处理场|粮库|新水厂|县医院|区医院|市医院|县一中|新一中|(?:县城|城区|园区|开发区)[^，。]{0,6}(?:处理厂|净水厂|水厂|热电厂|供水厂)[^，。]{0,4}|保税区|综合保税区|国土空间(?:总体)?规划|城市总体规划|“?十[一二三四五]五”?规划(?:纲要)?)(?:新建|改造|扩建|建设|项目|工程|迁建|搬迁|编制)*$/;

/** Tells whether an object is of a kind a place has one of. */
export const isOneOf = (object: string): boolean => ONE_OF.test(object);

/** Buildings a strong verb (建成, 启动) may promise under the name of their kind alone: 养老服务中心. */
const FACILITY = /(?:中心|馆|院|厂|站|基金|协会|学会|联盟|集团|公司|大队|支队|实验室|研究院|公路|水库|厂房)$/;

/** How much of a name of its own an object must have; `own` is for verbs that promise little: 加快, 推进, 实施. */
export type Specific = 'some' | 'plain' | 'own';

/** Tells whether an object could be told from others of its kind. */
export function isSpecific(object: string, wanted: Specific): boolean {
  const own = lengthOf(distinctOf(object));
  if (wanted === 'some')
    return own >= 1 || ONE_OF.test(object) || (FACILITY.test(object) && object.length > 4);
  if (ONE_OF.test(object)) return true;
  return wanted === 'plain' ? own >= 2 : lengthOf(withoutVague(distinctOf(object))) >= 2;
}
