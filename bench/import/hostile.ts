/**
 * Pathological texts of a megabyte through the whole import, the parser and the grammar of figures: processor time of
 * each (S-22). Reading and parsing take at most two seconds; figures are read of a report's plan, where there may be a
 * hundred thousand of them, in at most ten. `npx tsx bench/import/hostile.ts`
 */
import { importFile } from '../../src/import';
import { extractObservations } from '../../src/shared/figures';
import { parseReport } from '../../src/shared/parse';

const LENGTH = 2 ** 20;
const MOST = 2_000;

const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  spaces: ' ',
  'ideographic spaces': '\u3000',
  'line ends': '\n',
  'spaces and line ends': ' \u3000\n',
  'open quotes': '“',
  'open brackets': '（',
  dashes: '—',
  commas: '，',
  'enumeration commas': '、',
  'full stops': '。',
  digits: '1',
  'digits and points': '1.',
  'digits and commas': '1,',
  'chinese numerals': '一',
  'headings in a row': '一、',
  'bracketed numbers': '（一）',
  greeting: '各位代表：',
  place: '周口市',
  'places and titles': '周口市人民政府工作报告',
  'years in a row': '2024年',
  'percent signs': '%',
  'open tags': '<',
  'tags without end': '<div ',
  tags: '<p>',
  entities: '&nbsp;',
  stars: '*',
  hashes: '#',
  'question marks': '?',
  addresses: 'https://',
  labels: '来源：',
  'csv quotes': '",',
  'mime heads': 'Content-Type: text/html\n',
  'rtf groups': '{\\rtf1 ',
  growth: '增长5%',
  'indicators and growth': '生产总值增长5%，',
  amounts: '5亿元、',
  'amounts in open quotes': '建成5个“',
  'amounts in open brackets': '（5亿；',
};

/** A head that makes figures of what follows it. */
const HEAD = '周口市2024年政府工作报告\n一、2023年工作回顾\n';
const MOST_FIGURES = 10_000;

/** Milliseconds of processor time since `begin`. */
const spent = (begin: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
};

let isOver = false;
for (const [name, unit] of Object.entries(UNITS)) {
  const text = unit.repeat(Math.ceil(LENGTH / new TextEncoder().encode(unit).length));
  const begin = process.cpuUsage();
  const outcomes = await importFile(
    { name: 'a.txt', bytes: new TextEncoder().encode(text) },
    { characterMaps: '' },
  );
  const reading = spent(begin);
  for (const { result } of outcomes) if (result.ok) parseReport({ id: 'a', raw: result.value.raw });
  const parsed = spent(begin);
  const report = parseReport({ id: 'a', raw: HEAD + text });
  const counting = process.cpuUsage();
  const { length } = extractObservations(report);
  const counted = spent(counting);
  const fails = parsed > MOST || counted > MOST_FIGURES;
  if (fails) isOver = true;
  console.log(
    `${fails ? 'FAILS' : 'holds'}  ${name}: ${parsed.toFixed(0)} ms, of it reading ${reading.toFixed(0)} ms; ${length} figures in ${counted.toFixed(0)} ms`,
  );
}
process.exitCode = isOver ? 1 : 0;
