import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { localDay } from '../shared/exchange';
import { fail, succeed, type Fault, type Result } from '../shared/fault';
import { TOPICS, type Topic } from '../shared/report';
import {
  buildSheet,
  DEFAULT_PARTS,
  PART_KINDS,
  PART_LABELS,
  type PartKind,
  type Sheet,
} from '../shared/sheet';
import { loadReports } from './library';
import { readOptions } from './options';
import { EXIT, printFaults } from './output';
import { isSheetFormat, makeSheetFile, SHEET_FORMATS } from './sheet-files';
import { materialOf } from './sheet-material';

export const sheetUsage = `用法：duidu sheet [选项] --out 文件 <报告> <报告> [报告] [报告]

把二至四篇报告做成对照表，不打开窗口。格式看文件名的结尾：${SHEET_FORMATS.join('、')}。
pdf 要本机装有 Chromium、Chrome 或 Edge；其余的不要。正文对照取前两篇。

  --out 文件     写到哪里，同名的文件会被覆盖
  --part 内容    印这些：${PART_KINDS.filter((kind) => kind !== 'notes')
    .map((kind) => PART_LABELS[kind])
    .join(' ')}；可写多次
  --topic 领域   只印这些领域：${TOPICS.join(' ')}；可写多次
  --paper 纸张   A4（默认）或 A3
  --landscape    横向`;

const OPTIONS = {
  out: { type: 'string' },
  part: { type: 'string', multiple: true },
  topic: { type: 'string', multiple: true },
  paper: { type: 'string' },
  landscape: { type: 'boolean' },
} as const;

interface Asked {
  readonly paths: readonly string[];
  readonly out: string;
  readonly format: (typeof SHEET_FORMATS)[number];
  readonly parts: readonly PartKind[];
  readonly topics: readonly Topic[] | null;
  readonly size: 'A4' | 'A3';
  readonly landscape: boolean;
}

/** Makes the sheet of the reports and writes it to a file. */
export async function runSheet(args: readonly string[]): Promise<number> {
  const asked = readAsked(args);
  if (!asked.ok) return told(asked.fault, EXIT.misused);
  const { paths, out, format } = asked.value;
  const { reports, faults } = await loadReports(paths);
  if (faults.length > 0) {
    printFaults(faults);
    return EXIT.failed;
  }
  const sheet = buildSheet(materialOf(reports), optionsOf(asked.value));
  for (const notice of sheet.notices) process.stderr.write(`提示：${notice}\n`);
  const made = await makeSheetFile(sheet, format);
  const written = made.ok ? await write(out, made.value) : made;
  if (!written.ok) return told(written.fault, EXIT.failed);
  process.stderr.write(`${doneWords(sheet, out)}\n`);
  return EXIT.done;
}

const told = (fault: Fault, code: number): number => {
  printFaults([fault]);
  return code;
};

const doneWords = ({ title, subtitle, footnotes }: Sheet, out: string): string =>
  `已写到 ${out}：${title} ${subtitle}，出处 ${footnotes.length} 条。`;

/** Today where the program runs, ISO 8601. */
const today = (): string => localDay(new Date());

const optionsOf = ({ parts, topics, size, landscape }: Asked) => ({
  today: today(),
  parts,
  topics,
  paper: { size, orientation: landscape ? ('landscape' as const) : ('portrait' as const) },
});

function readAsked(args: readonly string[]): Result<Asked> {
  const options = readOptions(args, OPTIONS);
  if (!options.ok) return options;
  const { values, positionals: paths } = options.value;
  const { out = '', part = [], topic = [], paper = 'A4', landscape = false } = values;
  if (paths.length < 2 || paths.length > 4) return fail(WRONG_COUNT);
  const format = extname(out).slice(1).toLowerCase();
  if (!isSheetFormat(format)) return fail(wrongOut(out));
  const parts = part.map((name) => PART_KINDS.find((kind) => kind === name || PART_LABELS[kind] === name));
  const topics = topic.map((name) => TOPICS.find((one) => one === name));
  if (parts.includes(undefined)) return fail(unknown('内容', part[parts.indexOf(undefined)]));
  if (topics.includes(undefined)) return fail(unknown('领域', topic[topics.indexOf(undefined)]));
  if (paper !== 'A4' && paper !== 'A3') return fail(unknown('纸张', paper));
  const kinds = parts.flatMap((kind) => kind ?? []);
  return succeed({
    paths,
    out,
    format,
    parts: kinds.length > 0 ? kinds : DEFAULT_PARTS,
    topics: topic.length > 0 ? topics.flatMap((one) => one ?? []) : null,
    size: paper,
    landscape,
  });
}

const WRONG_COUNT: Fault = {
  code: 'reports-count',
  subject: 'duidu sheet',
  reason: '要二至四篇报告',
  remedy: '例如：duidu sheet zhoukou-2023 zhoukou-2025 --out 对照表.pdf。',
};

const wrongOut = (out: string): Fault => ({
  code: 'out-unknown',
  subject: out === '' ? '--out' : out,
  reason: out === '' ? '没有写要存成哪个文件' : '看不出是哪种格式',
  remedy: `文件名请以 ${SHEET_FORMATS.map((format) => `.${format}`).join('、')} 结尾。`,
});

const unknown = (kind: string, name = ''): Fault => ({
  code: 'name-unknown',
  subject: name,
  reason: `没有这个${kind}`,
  remedy: '可用的名字见 duidu sheet --help。',
});

async function write(out: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFile(out, bytes);
    return succeed(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code === 'ENOENT' ? '文件夹不存在' : code === 'EACCES' ? '没有写入的权限' : '写不进去';
    return fail({
      code: 'out-unwritable',
      subject: out,
      reason,
      remedy: '请换一个地方再试。',
      detail: String(error),
    });
  }
}
