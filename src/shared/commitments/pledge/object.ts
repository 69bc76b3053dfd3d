import type { PledgeKind } from '../../report';
import { distinctOf, isOneOf, isSpecific } from './specific';
import { isPaper, isWish } from './wish-rows';

/** Rules and papers: what is issued rather than built. */
const LAW =
  /(?:条例|办法|规划|总规|控规|详规|方案|意见|细则|规定|制度|章程|规程|标准|清单|目录|导则|指引|若干措施|政策措施|政策|战略|纲要|新机制|协定|(?:管理|促进|保护|投资|安全|防治|劳动|合同|征管|资源|保障|监督)法)(?:编制|修订|修编|制定|起草|立法)?(?:工作)?$/;
/** What a place is named or awarded. */
const TITLE =
  /(?:(?:国家|全国|省级|市级|省(?![^，。]{0,16}中心)|中国|世界|国际)[^，。]{0,16}(?:城市|县城|县|市|区|镇|乡|村|园|区域|试点|示范|先行区|示范区|试验区|实验室|基地|集群|景区|度假区|称号|品牌|之乡|中心|名城|名镇|名村|单位|自治区)|[^，。]{3,20}(?:先进|示范|试点)(?:县|市|区)|(?:国家|全国|省级)[^，。]{0,8}(?:河湖|湖泊|河流|街区|社区)|(?:全省|全市)[^，。]{2,20}先进(?:单位|集体)|综合保税区|保税区|自贸区|(?:文明|卫生|园林|森林|双拥|平安|洁净|宜居|食品安全|环保模范|历史文化名?|健康|海绵|无废|节水型)(?:示范)?(?:城市|县城|县|市|城区|城)|法治政府(?:建设)?(?:示范[市县区])?|[45５]A级?(?:旅游)?景区|[A-Z0-9５４]{1,3}级[^，。]{0,6}景区|[一二三四五]星级(?:公园|酒店|宾馆|饭店|景区|示范[^，。]{0,6}))(?:创建|申报|试点|行列|称号|创建工作|建设)*$/;
const REFORM =
  /(?:改革|重组|整合|攻坚|脱钩|改制|全覆盖|一体化|“[^”]{2,12}”|行动|三年行动计划|行动计划|普查|换届|确权|登记|移交|集成)(?:试点)?(?:任务|工作)?$/;

/** What takes place once and is over. */
const EVENT =
  /(?:大会|博览会|运动会|省运会|市运会|全运会|冬奥会|亚运会|园博会|旅发大会|进博会|交易会|洽谈会|推介会|峰会|论坛|艺术节|文化节|旅游节|电影节|音乐节|丰收节|马拉松(?:赛)?|锦标赛|联赛|杯赛|公开赛|邀请赛|展览会|经洽会|大赛|赛区(?:活动)?|[一-龥](?:博|洽|交|展)会|庙会|灯会|[^，。]{3,}(?<![环季细春调情时礼关])节|(?:电影|文化|旅游|艺术|科技|消费|购物|服装|美食|读书|体育|音乐|创业|创新)(?:周|月|季|节)|《[^》]{4,}》|“[^”]{4,}”活动)$/;
/** Areas a place is made by a decision from above. */
const ZONE = /[^，。]{4,}(?:示范区|试验区|先行区|创新区|示范城市|示范县|合作区|经济区|口岸|高新区|经开区)$/;

/** Tells whether an object is an area that is granted. */
const isZone = (object: string): boolean => ZONE.test(object);

/** Names what is set in quotation marks by what stands in them: “云麓智慧医院” is a hospital. */
const unquoted = (object: string): string => object.replace(/[“”]/g, '');

/** Tells whether an object is a rule, a title, an event or a reform; anything else is a thing that is built or done. */
export function kindOf(object: string): PledgeKind {
  const bare = object.replace(/[《》]/g, '');
  if (EVENT.test(object) || EVENT.test(unquoted(object))) return 'event';
  if (LAW.test(bare)) return 'law';
  if (TITLE.test(bare)) return 'title';
  if (REFORM.test(bare)) return 'reform';
  return 'project';
}

/** Endings of the names of things that can be found again. */
export const NAMED =
  /(?:项目|工程|高铁|铁路|高速(?:公路)?|公路|大道|快速路|通道|[东南西北中外内一二三四五六七八九十]环|环线|国道|省道|路|街|巷|车道|人行道|桥|隧道|号线|快线|城际|轻轨|专线|支线|复线|机场|港|港区|码头|航道|运河|水库|灌区|水厂|处理厂|电厂|电站|变电站|热源|管网|管廊|泵站|医院|卫生院|院区|中心|学校|中学|小学|[一二三四五六七八九十]中|高中|幼儿园|校区|大学|学院|职校|公园|广场|湿地|馆|剧院|大厅|用房|度假区|旧址|遗址|故居|场|园|基地|小镇|片区|新区|示范区|综合体|市场|商城|新城|线|枢纽|平台|系统|高新区|经开区|开发区|小区|安置房|安置区|回迁房|社区|校|院|厂|站|楼|库|塔|码头|(?:一|二|三|四)期|项目群|集群|试验区|先行区|合作区|厂房|公墓|实验室|联盟|酒店|宾馆|大厦|河|渠|沟|堤|坝|闸|井|绿道|孵化器|节点|示范村|(?:路|街|线|河|渠|高速|高铁)[^，。、]{0,4}段|旅游带|景观带|经济带|文化带|生态带)(?:（[^）]*）)?$/;

/** Things that stand somewhere, or work on them: weak verbs (推进, 实施) promise of nothing else. */
export const PHYSICAL =
  /(?:高铁|铁路|高速(?:公路)?|公路|大道|快速路|通道|[东南西北中外内一二三四五六七八九十]环|环线|国道|省道|路|街|车道|人行道|桥|隧道|基地|号线|快线|城际|轻轨|专线|支线|复线|机场|港|港区|码头|航道|运河|水库|灌区|水厂|处理厂|电厂|电站|热源|管网|管廊|泵站|医院|卫生院|分院|院区|中心|学校|中学|小学|[一二三四五六七八九十]中|高中|幼儿园|校区|大学|学院|职校|公园|广场|湿地|馆|剧院|场|园|园区|(?:园区|开发区|产业园)基础设施|小镇|片区|新区|综合体|市场|商城|新城|枢纽|安置房|安置区|回迁房|厂|站|楼|(?:一|二|三|四)期|项目|厂房|公墓|实验室|联盟|新线|连接线|酒店|宾馆|大厦|绿道|孵化器|节点|用房|度假区|旧址|遗址|故居|改线|示范带|产业带|经济走廊|枢纽节点|支付系统|清算系统|自贸区|智慧岛|科创岛|示范区|先行区|试验区|合作区|经济带|文化带|景观带|生态带|平台|管道|堤|坝|闸|电力|光伏|智慧城市|示范城市|运营中心|旅游开发|保护性开发项目|入地|征迁|拆迁|征拆|扫尾|生态修复|江水置换|水源置换|(?:路|街|线|河|渠|高速|高铁)[^，。、]{0,4}段|数据中心集群|[A-Z]\d+线|旅游带|(?:馆|中心|场|院)(?:整改|改造|提升)+|改扩建|扩建|迁建|扩宽升级|退城搬迁|搬迁|撤乡[设建]镇|撤县设[市区]|调区扩区|扩区|(?:道口|城中村|棚户区|街区|巷|桥|站)改造|(?:饮水安全|除险加固|引黄|灌溉|防洪|排涝|治理|恢复|修复|保护|绿化|亮化|改造|水源|置换|连通|入地|扩容|新建|改建|扩建|续建|重建|安置|整治)[^，。]{0,6}工程|[^，。]{3,}工程|[^，。]{2,}(?:绿化|亮化|美化)|管网入[城村]|[东南西北]延(?:工程)?|疏浚|加固|引水|调水|供水|(?:路|街|河|渠|湖|库|区|园|厂|站|院|校|学|幼儿园|矿山|山体|管网|水系|国道|省道|线|基地|馆|市场)[^，。]{0,6}(?:工程|改造|治理|整治|修复|提升))(?:（[^）]*）)?$/;
const VAST =
  /(?:一批|若干|等[^，。]{0,8}(?:领域|工程)|区域[^，。]{0,6}(?:整治|改造|提升)|进校园|进社区|(?:宜居|宜业|卫星|魅力|品质|美丽|活力|花园|文明)[^，。]{0,8}(?:新城|城市|县城|小镇|家园)|雄安新区|城市群|都市圈|现代市场|统一大市场|能力提升|(?:培育|提质|升级|倍增|攻坚|素质|放心|振兴|均衡|培优|再造|示范|创新|惠民|富民|强基|人才|传承|服务|培养|信用|便民|文化|教育|健康|养老|就业|质量|品牌|文明|强企|强链|强县|强市|强省|强区|计划|能力|发展|促进|助残|助力|驱动|上云|保障|(?:能力|质量|素质|水平|效能)提升|提级|提档|提优|提质|提效|增效)工程|退城搬迁)$|“[^”]{1,6}”工程$|^(?:现代化?|一流|高水平|区域性|综合性|国际|全国|世界)[^，。]{0,8}(?:中心|枢纽|基地|市场|学校|大学|医院)$/;

/** Tells whether a weak verb promises something of it that could be seen. */
const isPhysical = (object: string): boolean =>
  PHYSICAL.test(unquoted(object)) &&
  !VAST.test(object) &&
  !VAST.test(unquoted(object)) &&
  (isSpecific(object, 'own') || (GRANTED.test(object) && isSpecific(object, 'plain')));

/** 国家数据要素综合试验区 is one by a decision from above, whatever its field. */
const GRANTED = /^(?:国家级?|全国|省级)[^，。]{3,}(?:示范区|试验区|先行区|合作区|基地|中心|枢纽)$/;

/** Tells whether what is to be made of a place (打造) is a thing: only where it stands under a name of its own, and for no wider world. */
const isOwnPlace = (object: string): boolean =>
  /(?:“[^”]{2,}”[^，。]{0,8}项目|教育基地|公园|广场|馆|街区|园区|产业园|小镇|综合体|经济走廊|枢纽节点|数据中心集群|绿道|景区|医院|学校|步行街|商业街)$/.test(
    object,
  ) &&
  /^[^ ]{2}/.test(distinctOf(object)) &&
  unquoted(object).startsWith(distinctOf(object).slice(0, 2)) &&
  !/京津|雄安|华北|全国|国际|世界|全省|一流|知名|区域/.test(object);

/** Work that can be done with (改造, 重组, 编制). */
export const WORK =
  /(?:改造|建设|扩建|迁建|整治|治理|修复|改革|整合|重组|确权|编制|修订|划定|普查|换届|认证|创建|搬迁|重建|加固|评估|移交|验收|登记|调查|改制|撤乡[设建]镇|撤县设[市区]|脱贫|摘帽|清零|组建|上市|提升|绿化|大修|疏浚|安装|升级|行动|行动计划|脱钩|接管|审计|招聘|颁证|收尾|谈判|赋码|复垦|腾退|改建|新建|重整|证书?发放|亮化|硬化|美化|征收|拆除|置换|划转|调整|上线|布局|备案|批复|出让|回购|供热|供水|供气|扫尾|划转|并购|入园|联网|收官|征迁|拆迁|征拆|全覆盖|攻坚)$/;

const GENERIC =
  /^(?:(?:一批|一个|重点|重大|各类|各项|所有|全部|相关|有关|民生|基础设施|产业|产业化|招商|签约|在建|续建|新建|新|储备|市政|水利|交通|农业|工业|服务业|省市|省级|市级|县级|国家级|省|市|县|区|全市|全县|全省|全区|优质|配套|大型|高质量|高水平|现代化|特色|新型|城市|城乡|农村|城区|县城|中心城区|公共|公共服务|文化|文旅|旅游|教育|卫生|养老|生态|环保|科技|创新|信息化|数字|智能|绿色|示范|精品|标志性|引领性|外资|利用外资|亿元|亿元以上|十亿级|百亿级|民心|实事|惠民|便民|利民|工作|建设|技改|技术改造|改造|大|好|的|等|和|与|及|、|以上|级|骨干|主要|关键|专业|综合|品牌|多|若干|系列|二手|房地产))*(?:项目|工程|行动|任务|改革|园区|基地|平台|中心|体系|学校|医院|公园|道路|公路|铁路|路|街|线|站|馆|园|场|小区|社区|管网|集群|示范区|系统|片区|城市|市场|广场|企业|机场|水库|枢纽|通道|产业链|方案|规划|意见|办法|制度|条例|政策|清单|标准|措施|目录|改制|登记|普查|攻坚|整合)?(?:项目|工程|建设|任务|工作|行动)?$/;

/** What is done once (划转, 上市, 撤乡设镇), so that it can be seen whether it was. */
const ONCE =
  /(?:划转|并购|合并|重整|改制|脱钩|上市|搬迁|迁建|入园|入区|扩区|撤乡[设建]镇|撤县设[市区]|换届|普查|认证|(?<![物互])联网|同城运营|公交化|确权|登记颁证|确权颁证|回购|出让|挂牌|组网|户户通|村村通|调区扩区|划定|(?:全国|省级|市级)统筹)(?:工作|改革)?$/;
/** What is founded. */
const BODY =
  /(?:协会|学会|联盟|商会|基金|公司|集团|大队|支队|中心|学院|大学|学校|实验室|研究院|研究所|委员会|办公室|管理机构|工作站|分院|银行|联合体|共同体|平台|医联体|医共体|事业部)$/;
/** A paper or programme of a name, that is carried out: 学生营养改善计划. */
const PAPER = /^《[^》]{4,}》$|(?:纲要|规划|方案|计划|目录|条例|办法|标准|细则)$/;
const TRIAL = /试点(?:城市|范围|改革|工作)*$/;

/** What a row of the grammar asks of its object. */
export type Demand =
  | 'anything'
  | 'named'
  | 'physical'
  | 'place'
  | 'work'
  | 'title'
  | 'rule'
  | 'own-reform'
  | 'institution'
  | 'long-paper'
  | 'paper'
  | 'event'
  | 'body'
  | 'once'
  | 'trial'
  | 'lasting';

const LASTING = 4;
/** A programme with so long a name (特殊教育提升计划) is a certain one. */
const LONG_PAPER = 7;
/** 倍增计划, 招商计划: what a place means to get more of. */
const COUNTED_ON = /(?:倍增|招商|成长|系列|培育|培养|引进|推进|专项|招引|储备|招聘|投资)计划$/;

/** What is reformed all the time and in every plan: no single reform that could be seen done. */
const BROAD =
  /^(?:全面|重点领域|各项|各领域|重要领域|关键领域|关键环节|关键性?|政治|政治体制|各项|税收|流通|社会保障|审批|行政审批|医保|医药|金融保险|国有集体企业|经营|产权保护|配套|相关|综合|行政|行政管理|经济|财税|财政|金融|科技|科研|文化|社会|社会事业|教育|教育综合|教育领域综合|医药卫生|医疗卫生|医改|医疗|卫生|收入分配|农村|农业农村|农业|国资国企|国资|国企|国有企业|国有资产|企业|“放管服”|放管服|供给侧结构性|供给侧|农业供给侧结构性|生态文明|生态|投融资|机关|政府|机构|体制机制|市场化|营商环境|园区|开发区|价格|人才|干部|人事|城市|城镇|公共服务|民生|土地|要素市场|事业单位|司法)*(?:体制|制度|机制|体系|管理|领域|系统集成|综合|配套|各项|一体化)*(?:改革)?(?:攻坚)?$/;

const isOwnReform = (object: string): boolean =>
  !BROAD.test(object) &&
  !/^(?:继续|全面|进一步|推广|必须|以)|依靠|进行|包括|是|等(?:重点|重要)?领域|与|、.*(?:和|以及)|创新改革/.test(
    object,
  ) &&
  object.length > LASTING;

/** 长效机制, 责任制, 台账: how a place means to work, nothing that is set up once. */
const WAYS =
  /^(?:健全|完善|相应|科学|合理|规范的?$|长效|常态|协调|协同|联动|联席|会商|调度|考核|督查|督导|包联|包保|帮扶|问责|激励|容错|奖惩|评价|监督|监管|预警|应急|防控|管控|责任|目标|工作|管理|相关|有关|各类|各项|项目|企业|动态|分级|分类|网格|精细|全程|闭环|全流程|全过程|全周期|全生命周期|台账|清单)|(?:责任|例会|调度|包联|包抓|台账|通报|问责|联席会议|会商|考核|倒逼|激励|监管|动态|精细化|网格化|长效|闭环|规范化|标准化|一体化|全过程|全流程)(?:制度|管理|清单)?$/;

const isInstitution = (object: string): boolean =>
  !WAYS.test(object) && !/[和与].*(?:机制|体系)|机制|体系/.test(object) && object.length > LASTING;

/** Tells whether an object is what a row asks for. */
export function isOf(object: string, demand: Demand): boolean {
  const kind = kindOf(object);
  switch (demand) {
    case 'anything':
      return isSpecific(object, 'some');
    case 'named':
      return (NAMED.test(unquoted(object)) || PHYSICAL.test(unquoted(object))) && isSpecific(object, 'some');
    case 'physical':
      return kind !== 'law' && isPhysical(object);
    case 'place':
      return kind !== 'law' && isPhysical(object) && isOwnPlace(object);
    case 'work':
      return (
        (kind !== 'project' || [NAMED, PHYSICAL, WORK].some((ending) => ending.test(object))) &&
        isSpecific(object, 'some')
      );
    case 'title':
      return kind === 'title' || isZone(object);
    case 'rule':
      return (kind === 'law' || kind === 'reform' || PAPER.test(object)) && isSpecific(object, 'some');
    case 'own-reform':
      return isOwnReform(object);
    case 'institution':
      return isInstitution(object);
    case 'long-paper':
      return object.length >= LONG_PAPER && !COUNTED_ON.test(object) && isSpecific(object, 'some');
    case 'paper':
      return PAPER.test(object) && isSpecific(object, 'own') && distinctOf(object).length >= LASTING - 1;
    case 'event':
      return kind === 'event';
    case 'body':
      return (
        (BODY.test(object) || /领导小组$/.test(object)) && object.length > LASTING && !/专班/.test(object)
      );
    case 'once':
      return ONCE.test(object) && isSpecific(object, 'plain');
    case 'trial':
      return TRIAL.test(object) && object.length > LASTING + 1;
    case 'lasting':
      return distinctOf(object).length >= LASTING - 1 && (object.length > LASTING || !/[和、]/.test(object));
  }
}

/** Wishes: what has no end that could be seen. */
const WISH =
  /(?:体系|机制|格局|环境|能力|水平|局面|突破|目标|指标|发展|质量|效益|氛围|作用|优势|活力|意识|作风|力度|步伐|精神|形象|生活|安全|稳定|增长|服务|理念|责任|思想|文化|魅力|合力|动能|动力|成果|成效|战略|氛围|潜力|实力|竞争力|影响力|满意度|获得感|转型|升级|融合|衔接|治理|(?<!预算|规划)管理|监管|保障|就业|消费|投资|生态|经济|产业|风险|关系|渠道|链条|空间|功能|品质|结构|短板|跨越|新篇章|振兴|文明|共识|信心|底线|红线|防线|关|仗|战|奋斗|梦|国家|目的地|休闲地|高地|引擎|家园|名片|核心|标杆|样板|样本|典范|增长极|极|翼|之城|国际品牌|新品牌|程序|手续|年度|工作的|路径|措施|清单|社会|评审|立项|设计|征迁|选址|开放|好)$/;

/** A paper with a name of its own (国家海洋战略) and what is set in quotation marks are more than their last word. */
const isExempt = (object: string): boolean =>
  (LAW.test(object) && isSpecific(object, 'plain')) || /^“[^”]{3,}”/.test(object);

/** “花园城市”: what a place would like to be called is nothing that is built. */
const NICKNAME = /^“[^”]{1,6}(?:城市|小镇|家园|之乡)”$/;

/** So short a title (国家级示范区) is of no kind. */
const TITLED = 6;
const MOST = 30;
const LEAST = 3;

/** Tells whether an object could be found again: it has a name of its own and is no wish. */
export function isFindable(object: string): boolean {
  const bare = object.replace(/[《》“”]/g, '');
  return (
    bare.length >= LEAST &&
    !NICKNAME.test(object) &&
    !isWish(bare) &&
    !/做[优大强]/.test(bare) &&
    bare.length <= MOST &&
    (!GENERIC.test(bare) || isOneOf(bare) || (TITLE.test(bare) && bare.length > TITLED)) &&
    (!WISH.test(bare) || PHYSICAL.test(bare) || isExempt(object)) &&
    (isPaper(object) ||
      !/^[\d.]+(?!\d*(?:KV|kV|千伏|号|国道))|^(?:实现|逐步|并|入冬|入夏)|^[^“]*”|“[^”]*$|为代表|为主的|好争资|^(?:早|第?[一二三四]季度|坚定|分步|突出|包装|项目|启动|推进|实施|完成|引进|对接|接|全程|开展|做好|加快|支持|优化|落实|参与|打造|我|让|最|健全|完善|发展|加强|强化|各类|依托|尽早|按|通过|结合|有条件|优秀|带动|待建|在建项目|两大|各大|要|更|面向|服务(?!业|贸易|外包)|现代企业|优惠|坚持|深化|扩大|用好|管好|护好|以|把|将|一批|一个|若干|抓|重点完成)|(?:抓|快速|等)$|一批|的.{0,6}政策$|的(?:优质|重点|重大|好|大)?(?:项目|工程|企业)$|[，。；：]|(?:^|[^第])\d+(?:\.\d+)?(?:个|项|家|所|座|处|条|件|户|人|万(?!千瓦|千伏|吨|标箱|标准箱)|公里|亿)/.test(
        bare,
      ))
  );
}
