import type { Fault } from '../shared/fault';
import type { CompareOptions, Row } from '../shared/compare';
import { compareReports, describeState, RELATION_LABELS } from '../shared/compare';
import { rangeToRaw } from '../shared/parse';
import type { Range, Report, Role } from '../shared/report';
import { ROLE_LABELS, ROLES, sliceRange, TOPICS } from '../shared/report';
import { nameReport, nameSection } from '../shared/sheet';
import { printMany, type PrintedForm } from './compare-many';
import { readOptions } from './options';
import { EXIT, print, printFaults, printJson } from './output';
import { loadSeveral } from './several';

export const compareUsage = `用法：duidu compare [选项] <报告> <报告> [报告] [报告]

逐句对齐两篇到四篇报告。报告写文件名，或自带报告的名字（zhoukou-2023）。
每行：关系、各篇原文；一篇没有的写作 ——。三篇以上时先写性质和领域，每行与最先说到它的那篇（首见）相比。

  --role 性质   只对这些性质的章节：${ROLES.map((role) => ROLE_LABELS[role]).join(' ')}；可写多次
  --topic 领域  只列一个领域：${TOPICS.join(' ')}
  --changed     只列有改动的，相同的不列
  --json        输出 JSON：每行的 relation、两边在原文里的位置和改动的词`;

const OPTIONS = {
  role: { type: 'string', multiple: true },
  topic: { type: 'string' },
  changed: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Prints the aligned rows of two reports with their places in the raw texts. */
export async function runCompare(args: readonly string[]): Promise<number> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) return misused(options.fault);
  const { values, positionals } = options.value;
  const topic = TOPICS.find((name) => name === values.topic);
  const roles = (values.role ?? []).map(readRole);
  if (values.topic !== undefined && topic === undefined) return misused(unknownName('领域', values.topic));
  const unknown = roles.indexOf(undefined);
  if (unknown >= 0) return misused(unknownName('性质', values.role?.[unknown] ?? ''));
  const loaded = await loadSeveral(positionals, 'duidu compare');
  if (!loaded.ok) {
    printFaults([loaded.fault]);
    return loaded.fault.code === 'pair-incomplete' ? EXIT.misused : EXIT.failed;
  }
  const chosen = roles.flatMap((role) => role ?? []);
  const asked = { ...(chosen.length > 0 ? { roles: chosen } : {}), ...(topic ? { topic } : {}) };
  const [left, right, ...more] = loaded.value;
  const form = { json: values.json === true, changed: values.changed === true };
  if (more.length > 0) await printMany(loaded.value, asked, form);
  else await printPair([left, right], asked, form);
  return EXIT.done;
}

async function printPair(
  [left, right]: readonly [Report, Report],
  asked: CompareOptions,
  { json, changed }: PrintedForm,
): Promise<void> {
  const comparison = compareReports(left, right, asked);
  const shown = comparison.rows.filter(({ relation }) => !changed || relation !== 'same');
  const rows = shown.map((row) => describeRow(row, left, right));
  const notice = describeState(comparison.state, nameReport(left), nameReport(right));
  if (json) {
    const { state, topics } = comparison;
    await printJson({ left: left.id, right: right.id, state, notice, topics, rows });
  } else if (shown.length > 0) {
    await print(shown.map((row) => rowLine(row, left, right)).join('\n'));
  }
  if (notice !== null) process.stderr.write(`提示：${notice}\n`);
}

function misused(fault: Parameters<typeof printFaults>[0][number]): number {
  printFaults([fault]);
  return EXIT.misused;
}

const readRole = (name: string): Role | undefined =>
  ROLES.find((role) => role === name || ROLE_LABELS[role] === name);

const unknownName = (kind: string, name: string): Fault => ({
  code: 'name-unknown',
  subject: name,
  reason: `没有这个${kind}`,
  remedy: '可用的名字见 duidu compare --help。',
});

/** A row with ranges in the raw texts: what the JSON has. */
function describeRow(row: Row, left: Report, right: Report) {
  return {
    kind: row.kind,
    relation: row.relation,
    similarity: Math.round(row.similarity * 1000) / 1000,
    left: describeSide(left, row.left, row.leftSection, row.words.left),
    right: describeSide(right, row.right, row.rightSection, row.words.right),
  };
}

function describeSide(report: Report, range: Range | null, section: number | null, words: readonly Range[]) {
  if (range === null || section === null) return null;
  return {
    ...rangeToRaw(report, range),
    text: sliceRange(report.clean, range).trim(),
    section: nameSection(report, section),
    topic: report.sections[section]?.topic ?? null,
    changed: words.map((word) => rangeToRaw(report, word)),
  };
}

function rowLine({ relation, left, right }: Row, a: Report, b: Report): string {
  const text = (report: Report, range: Range | null): string =>
    range === null ? '——' : sliceRange(report.clean, range).trim().replace(/\s+/g, ' ');
  return [RELATION_LABELS[relation], text(a, left), text(b, right)].join('\t');
}
