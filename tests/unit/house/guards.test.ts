import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The project's own settings, unchanged. */
const SETTINGS = readdirSync(ROOT).filter((name) =>
  /^(?:(?:eslint|stylelint)\.config\.js|knip\.json|package\.json|\.prettierrc\.json|tsconfig.*\.json)$/.test(
    name,
  ),
);

/** One violation a file, and nothing else wrong with it. */
const PLANTED: Readonly<Record<string, string>> = {
  'src/shared/report/circle.ts':
    "import { ROUND } from './round';\n\nexport const CIRCLE: readonly string[] = [ROUND];\n",
  'src/shared/report/round.ts':
    "import { CIRCLE } from './circle';\n\nexport const ROUND: string = CIRCLE.join('');\n",
  'src/shared/search/asked.ts': 'export const ASKED = 1;\n',
  'src/shared/parse/upward.ts': "export { ASKED } from '../search/asked';\n",
  'scripts/tool.ts': 'export const TOOL = 1;\n',
  'src/cli/outward.ts': "export { TOOL } from '../../scripts/tool';\n",
  'src/renderer/views/settings/one.ts': 'export const ONE = 1;\n',
  'src/renderer/views/wording/sideways.ts': "export { ONE } from '../settings/one';\n",
  'src/shared/fault/default.ts': 'const fault = 1;\n\nexport default fault;\n',
  'src/shared/fault/five.ts':
    'export const five = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
  'src/renderer/views/wording/coloured.css': '.planted {\n  color: #b02e1b;\n}\n',
  // Nothing wrong: each tsconfig needs a file of its own.
  'src/import/plain.ts': 'export const PLAIN = 1;\n',
  'src/shared/fault/untidy.ts': 'export const untidy   =  1\n',
  'src/cli/main.ts': "import { USED } from './parts';\n\nprocess.stdout.write(USED);\n",
  'src/cli/parts.ts': "export const USED = '';\nexport const FORGOTTEN = '';\n",
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duidu-guards-'));
  for (const name of SETTINGS) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a tool of the project on the planted files: its exit code and all it said. */
function run(
  tool: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly said: string } {
  const bin = join(ROOT, 'node_modules', ...tool.split('/'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // With CI set, some tools colour what they say even where nobody sees it.
    env: { ...process.env, CI: undefined, FORCE_COLOR: undefined, NO_COLOR: '1' },
  });
  return { status, said: `${stdout}${stderr}` };
}

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

describe('what `npm run lint` refuses', () => {
  const found = new Map<string, readonly (string | null)[]>();

  beforeAll(() => {
    const { said } = run('eslint/bin/eslint.js', 'src', '--format', 'json');
    for (const { filePath, messages } of JSON.parse(said) as readonly Linted[]) {
      const path = Object.keys(PLANTED).find((name) => filePath.replaceAll('\\', '/').endsWith(name));
      found.set(path ?? filePath, [...new Set(messages.map(({ ruleId }) => ruleId))]);
    }
  }, 120_000);

  it.each([
    ['a circle of imports', 'src/shared/report/circle.ts', 'import-x/no-cycle'],
    ['an arrow the wrong way', 'src/shared/parse/upward.ts', 'import-x/no-restricted-paths'],
    ['an import from beside src', 'src/cli/outward.ts', 'import-x/no-restricted-paths'],
    ['a view that imports another', 'src/renderer/views/wording/sideways.ts', 'import-x/no-restricted-paths'],
    ['a default export', 'src/shared/fault/default.ts', 'import-x/no-default-export'],
    ['a function of five parameters', 'src/shared/fault/five.ts', '@typescript-eslint/max-params'],
  ])('%s', (_, path, rule) => {
    expect(found.get(path)).toEqual([rule]);
  });

  it('finds nothing in a file without fault', () => {
    expect(found.get('src/shared/search/asked.ts')).toEqual([]);
  });

  it('a colour outside the tokens', () => {
    const { status, said } = run('stylelint/bin/stylelint.mjs', 'src/**/*.css');
    expect(status).toBe(2);
    expect(said).toContain('coloured.css');
    expect(said).toContain('color-no-hex');
  });

  it('an export that nobody uses', () => {
    const { status, said } = run('knip/bin/knip.js', '--include', 'exports');
    expect(status).toBe(1);
    expect(said).toMatch(/FORGOTTEN\s+src\/cli\/parts\.ts/);
    expect(said).not.toMatch(/\bUSED\b/);
  });
});

it('`npm run format:check` refuses a file that prettier would write otherwise', () => {
  const { status, said } = run('prettier/bin/prettier.cjs', '--check', 'src');
  expect(status).toBe(1);
  expect(said.match(/\[warn\] src\S*/g)).toEqual(['[warn] src/shared/fault/untidy.ts']);
});
