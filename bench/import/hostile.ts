/**
 * Pathological texts of a megabyte through the whole import and the parser: processor time of each, at most two
 * seconds (S-22). `npx tsx bench/import/hostile.ts`
 */
import { importFile } from '../../src/import';
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
};

let isOver = false;
for (const [name, unit] of Object.entries(UNITS)) {
  const text = unit.repeat(Math.ceil(LENGTH / new TextEncoder().encode(unit).length));
  const begin = process.cpuUsage();
  const outcomes = await importFile(
    { name: 'a.txt', bytes: new TextEncoder().encode(text) },
    { characterMaps: '' },
  );
  const read = process.cpuUsage(begin);
  for (const { result } of outcomes) if (result.ok) parseReport({ id: 'a', raw: result.value.raw });
  const { user, system } = process.cpuUsage(begin);
  const [reading, all] = [(read.user + read.system) / 1000, (user + system) / 1000];
  if (all > MOST) isOver = true;
  console.log(
    `${all > MOST ? 'FAILS' : 'holds'}  ${name}: ${all.toFixed(0)} ms, of it reading ${reading.toFixed(0)} ms`,
  );
}
process.exitCode = isOver ? 1 : 0;
