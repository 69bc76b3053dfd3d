import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const BIN = fileURLToPath(new URL('bin/duidu.mjs', ROOT));

const duidu = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { maxBuffer: 64 << 20 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

interface Side {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly changed: readonly { readonly start: number; readonly end: number }[];
}

interface Shown {
  readonly state: string;
  readonly rows: readonly {
    readonly relation: string;
    readonly left: Side | null;
    readonly right: Side | null;
  }[];
}

const raw = (id: string): string => readFileSync(new URL(`resources/reports/${id}.txt`, ROOT), 'utf8');
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}%.]/gu, '');

describe('duidu compare', { timeout: 60_000 }, () => {
  it('prints every row with its places in the raw texts', async () => {
    const { code, out } = await duidu('compare', 'zhoukou-2023', 'zhoukou-2025', '--json');
    expect(code).toBe(0);
    const { state, rows } = JSON.parse(out) as Shown;
    expect(state).toBe('ordinary');
    expect(new Set(rows.map(({ relation }) => relation))).toEqual(
      new Set(['edited', 'moved', 'only-left', 'only-right']),
    );
    const texts = { left: raw('zhoukou-2023'), right: raw('zhoukou-2025') };
    for (const row of rows) {
      for (const side of ['left', 'right'] as const) {
        const found = row[side];
        if (!found) continue;
        expect(bare(texts[side].slice(found.start, found.end))).toBe(bare(found.text));
        for (const word of found.changed)
          expect(word.start >= found.start && word.end <= found.end).toBe(true);
      }
    }
  });

  it('prints lines for reading, of one topic', async () => {
    const { code, out } = await duidu(
      'compare',
      'zhoukou-2023',
      'zhoukou-2025',
      '--role',
      '部署',
      '--topic',
      '科技创新',
    );
    expect(code).toBe(0);
    expect(out).toContain('另一篇没有\t筹建1680套“人才房”。\t——');
    expect(out).not.toContain('粮食');
  });

  it('sets three reports side by side, a column each, tabs and line breaks of the texts left out', async () => {
    const three = ['zhoukou-2022', 'zhoukou-2023', 'zhoukou-2025'] as const;
    const [text, json] = await Promise.all([
      duidu('compare', ...three),
      duidu('compare', ...three, '--json'),
    ]);
    const lines = text.out.split('\n').filter((line) => line.includes('\t'));
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line.split('\t')).toHaveLength(4);
    const { reports, groups } = JSON.parse(json.out) as {
      reports: readonly string[];
      groups: readonly { rows: readonly { cells: readonly unknown[] }[] }[];
    };
    expect(reports).toEqual(three);
    const rows = groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(lines.length);
    for (const { cells } of rows) expect(cells).toHaveLength(3);
  });

  it('leaves out what is the same when only changes are asked for', async () => {
    const itself = ['compare', 'zhoukou-2025', 'zhoukou-2025'] as const;
    const [all, changed, many] = await Promise.all([
      duidu(...itself),
      duidu(...itself, '--changed'),
      duidu(...itself, 'zhoukou-2023', '--changed'),
    ]);
    expect(all.out).toContain('相同\t');
    expect(changed.out).toBe('');
    expect(many.out).toContain('首见/相同/——\t');
    expect(many.out).not.toContain('首见/相同/相同\t');
  });

  it('says what an odd pair is', async () => {
    const { code, err } = await duidu('compare', 'zhoukou-2023', 'zhoukou-2023');
    expect(code).toBe(0);
    expect(err).toContain('同一篇报告');
  });

  it.each([
    [['compare', 'zhoukou-2023'], 2, '要两篇到四篇报告'],
    [['wording', 'zhoukou-2023', 'zhoukou-2025', '--part', '天气'], 2, '没有这个部分'],
    [['compare', 'zhoukou-2023', 'no-such-report'], 1, '没有这个文件'],
    [['compare', 'zhoukou-2023', 'zhoukou-2025', '--topic', '天气'], 2, '没有这个领域'],
    [['compare', 'zhoukou-2023', 'zhoukou-2025', '--role', '天气'], 2, '没有这个性质'],
    [['wording', 'zhoukou-2023'], 2, '至少要两篇报告'],
  ])('%j: exit %i, %s', async (args, code, words) => {
    const run = await duidu(...args);
    expect(run.code).toBe(code);
    expect(run.err).toContain(words);
    expect(run.out).toBe('');
  });
});

describe('duidu wording', { timeout: 60_000 }, () => {
  it('prints terms with their places, and leaves out a stopped word', async () => {
    const { out } = await duidu('wording', 'zhoukou-2023', 'zhoukou-2025', '--stop', '五个清单', '--json');
    interface Place {
      readonly report: string;
      readonly start: number;
      readonly end: number;
    }
    const { fresh } = JSON.parse(out) as {
      fresh: readonly { text: string; occurrences: readonly Place[] }[];
    };
    expect(fresh.map(({ text }) => text)).toContain('四高四争先');
    expect(fresh.map(({ text }) => text)).not.toContain('五个清单');
    for (const { text, occurrences } of fresh) {
      for (const { report, start, end } of occurrences)
        expect(bare(raw(report).slice(start, end))).toBe(bare(text));
    }
  });

  it('looks at one part, lists a word asked for, and names other reports that say a term', async () => {
    const pair = ['wording', 'zhoukou-2022', 'zhoukou-2023', '--json'] as const;
    interface Found {
      readonly fresh: readonly { readonly text: string; readonly elsewhere: readonly string[] }[];
    }
    const [whole, part] = await Promise.all([
      duidu(...pair, '--other', 'zhoukou-2025'),
      duidu(...pair, '--part', '部署', '--list', '人才房'),
    ]);
    const [all, plan] = [JSON.parse(whole.out) as Found, JSON.parse(part.out) as Found];
    expect(all.fresh.some(({ elsewhere }) => elsewhere.includes('zhoukou-2025'))).toBe(true);
    expect(plan.fresh.map(({ text }) => text)).toContain('人才房');
    expect(plan.fresh.length).toBeLessThan(all.fresh.length);
  });

  it('prints three lists for reading', async () => {
    const { out } = await duidu('wording', 'zhoukou-2023', 'zhoukou-2025');
    expect(out).toMatch(/^新提法\n[\s\S]*\n不再提\n[\s\S]*\n力度变化\n[\s\S]*谋划推动 → 加快建设/);
  });
});
