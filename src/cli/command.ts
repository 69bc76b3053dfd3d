import { faultSentence, type Fault } from '../shared/fault';
import { compareUsage, runCompare } from './compare';
import { commitmentsUsage, runCommitments } from './commitments';
import { extractUsage, runExtract } from './extract';
import { findUsage, runFind } from './find';
import { importUsage, runImport } from './import';
import { matrixUsage, runMatrix } from './matrix';
import { EXIT, print } from './output';
import { panelUsage, runPanel } from './panel';
import { parseUsage, runParse } from './parse';
import { runSeries, seriesUsage } from './series';
import { runSheet, sheetUsage } from './sheet';
import { runWording, wordingUsage } from './wording';

/** A command of `duidu`: what it is called, how it is used, and what it does with the arguments after its name. */
interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Resolves to the exit code; tells every failure itself. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: readonly Command[] = [
  { name: 'parse', summary: '把报告解析成章节、段落和存疑', usage: parseUsage, run: runParse },
  { name: 'import', summary: '把自己的报告放上书架', usage: importUsage, run: runImport },
  { name: 'find', summary: '在报告里找一个词、词组或数', usage: findUsage, run: runFind },
  {
    name: 'extract',
    summary: '列出报告里的每个数：指标、数值、时期、原句',
    usage: extractUsage,
    run: runExtract,
  },
  { name: 'series', summary: '把同一指标各年的数连成序列', usage: seriesUsage, run: runSeries },
  { name: 'matrix', summary: '指标对照：各年各地的同一指标排成表', usage: matrixUsage, run: runMatrix },
  { name: 'panel', summary: '把许多报告的数写成面板表，供统计软件用', usage: panelUsage, run: runPanel },
  {
    name: 'commitments',
    summary: '目标与完成：每个目标后来怎样了',
    usage: commitmentsUsage,
    run: runCommitments,
  },
  { name: 'compare', summary: '逐句对齐两篇报告', usage: compareUsage, run: runCompare },
  { name: 'wording', summary: '新提法、不再提、力度变化', usage: wordingUsage, run: runWording },
  { name: 'sheet', summary: '把报告做成对照表：PDF、Word、表格', usage: sheetUsage, run: runSheet },
];

const overview = (): string =>
  [
    '用法：duidu <命令> [选项] [文件]…',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`),
    '',
    '看一个命令的用法：duidu <命令> --help',
  ].join('\n');

/** Runs the command that the arguments name and resolves to the exit code. */
export async function readCommand(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await print(overview());
    return name === undefined ? EXIT.misused : EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const fault: Fault = {
      code: 'command-unknown',
      subject: name,
      reason: '没有这个命令',
      remedy: '可用的命令见下。',
    };
    process.stderr.write(`错误：${faultSentence(fault)}\n\n${overview()}\n`);
    return EXIT.misused;
  }
  if (args.includes('--help') || args.includes('-h')) {
    await print(command.usage);
    return EXIT.done;
  }
  return command.run(args);
}
