/**
 * Queries of a reader with what the reader would see first: `npx tsx bench/search/listing.ts`. One line a row: report,
 * role and excerpt with 【】 around each place; near rows say what differs.
 */
import { ROLE_LABELS } from '../../src/shared/report';
import {
  createIndex,
  differenceLabel,
  search,
  type Excerpt,
  type Hit,
  type NearHit,
} from '../../src/shared/search';
import { bundledPassages } from './library';

const QUERIES = [
  ...[
    '港口',
    '项目',
    '何晴',
    '小巨人',
    '营商环境',
    '乡村振兴',
    '新质生产力',
    '高新技术企业',
    '港口货物吞吐量',
  ],
  ...['完整、准确、全面贯彻新发展理念', '5205', '5,205万吨', '**5205** 万吨', '8%', '８ ％', '全省第1位'],
  ...[
    '5G',
    '３Ｄ打印',
    '營商環境',
    '「三個一批」',
    '港口 集装箱',
    '港口 -集装箱',
    '5G|3D打印',
    '"重点项目 强力"',
  ],
  ...['岗口', '项木', '高新技木企业', '营商环景', '新质产力', '三甲医疗院', '港口货吞物吐量', '项木简设'],
  ...['信访事项及时受理率', '区块链', '5206万吨', '元宇宙 港口'],
];
const ROWS = 3;

const marked = ({ text, marks }: Excerpt): string => {
  let at = 0;
  const parts = marks.map(({ start, end }) => {
    const part = `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
    return part;
  });
  return `${parts.join('')}${text.slice(at)}`.replaceAll('\n', ' ');
};

const rowOf = ({ passage, excerpt }: Hit): string =>
  `    ${passage.report} · ${ROLE_LABELS[passage.role]} · ${excerpt.cutBefore ? '……' : ''}${marked(excerpt)}${excerpt.cutAfter ? '……' : ''}`;

const nearRowOf = (hit: NearHit): string =>
  `${rowOf(hit)}  (${hit.matches.flatMap(({ differences }) => differences.map(differenceLabel)).join('，')})`;

const index = createIndex(bundledPassages());
for (const query of QUERIES) {
  const { total, hits, near } = search(index, query, { near: true });
  console.log(`\n${query}：共 ${total.matches} 处，${total.reports} 篇；近似 ${near?.total.matches ?? 0} 处`);
  for (const hit of hits.slice(0, ROWS)) console.log(rowOf(hit));
  if ((near?.hits.length ?? 0) > 0) console.log('  近似');
  for (const hit of near?.hits.slice(0, ROWS) ?? []) console.log(nearRowOf(hit));
}
