import { readdirSync } from 'node:fs';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which folders of src each folder may import from, besides itself. The whole architecture in one table. */
const ARROWS = {
  'shared/fault': [],
  'shared/text': [],
  'shared/report': ['shared/fault', 'shared/text'],
  'shared/parse': ['shared/fault', 'shared/text', 'shared/report'],
  'shared/figures': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse'],
  'shared/commitments': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse', 'shared/figures'],
  'shared/search': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse', 'shared/figures'],
  'shared/compare': [
    'shared/fault',
    'shared/text',
    'shared/report',
    'shared/parse',
    'shared/figures',
    'shared/commitments',
  ],
  'shared/anchor': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse', 'shared/figures'],
  'shared/ledger': [
    'shared/report',
    'shared/places',
    'shared/figures',
    'shared/commitments',
    'shared/anchor',
  ],
  'shared/sheet': [
    'shared/fault',
    'shared/text',
    'shared/report',
    'shared/parse',
    'shared/figures',
    'shared/commitments',
    'shared/search',
    'shared/compare',
    'shared/anchor',
  ],
  'shared/exchange': [
    'shared/fault',
    'shared/text',
    'shared/report',
    'shared/parse',
    'shared/figures',
    'shared/anchor',
  ],
  'shared/indicators': [
    'shared/report',
    'shared/figures',
    'shared/search',
    'shared/compare',
    'shared/exchange',
  ],
  'shared/panel': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse', 'shared/figures'],
  'shared/places': [],
  'shared/import': ['shared/fault', 'shared/text', 'shared/report', 'shared/parse', 'shared/places'],
  'shared/commands': [],
  'shared/host': ['shared/fault', 'shared/commands'],
  'shared/library': [
    'shared/fault',
    'shared/report',
    'shared/host',
    'shared/commands',
    'shared/import',
    'shared/places',
  ],
  import: ['shared'],
  preload: ['shared/host', 'shared/commands', 'shared/fault'],
  browser: [],
  main: [
    'browser',
    'shared/host',
    'shared/commands',
    'shared/fault',
    'shared/text',
    'shared/report',
    'shared/anchor',
    'shared/exchange',
    'shared/library',
    'shared/import',
    'shared/places',
  ],
  paper: ['shared'],
  cli: ['shared', 'paper', 'import', 'browser', 'main'],
  'renderer/yield': [],
  'renderer/digest': [],
  'renderer/host': ['shared', 'renderer/yield', 'renderer/digest'],
  'renderer/rpc': ['shared/fault'],
  'renderer/library': ['shared', 'renderer/rpc', 'renderer/digest'],
  'renderer/store': ['shared', 'renderer/yield', 'renderer/digest'],
  'renderer/workers': ['shared', 'paper', 'import', 'renderer/rpc', 'renderer/store'],
  'renderer/state': [
    'shared',
    'renderer/yield',
    'renderer/digest',
    'renderer/host',
    'renderer/library',
    'renderer/store',
    'renderer/workers',
  ],
  'renderer/styles': [],
  'renderer/commands': ['shared', 'renderer/state'],
  'renderer/views': ['shared', 'paper', 'renderer/state', 'renderer/commands', 'renderer/styles'],
};

/** What every folder may use that is no folder of src. */
const OUTSIDE = ['./node_modules', './resources', './package.json'];

const layerZones = Object.entries(ARROWS).map(([layer, allowed]) => ({
  target: `./src/${layer}`,
  from: '.',
  except: [...[layer, ...allowed].map((folder) => `./src/${folder}`), ...OUTSIDE],
  message: `src/${layer} may import only from itself${allowed.length ? ' and ' + allowed.join(', ') : ''}.`,
}));

const VIEWS = './src/renderer/views';

/** Rooms that belong to no one view; every view may use them. */
const COMMON = ['parts', 'frame', 'text', 'charts', 'states'];

const views = readdirSync(new URL(VIEWS, import.meta.url), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const viewZones = views.map(({ name }) => ({
  target: `${VIEWS}/${name}`,
  from: VIEWS,
  except: [...new Set([name, ...COMMON])].map((folder) => `./${folder}`),
  message: `A view imports no other view; what two of them need lives in one of ${COMMON.join(', ')}.`,
}));

const zones = [
  { target: './src', from: '.', except: ['./src', ...OUTSIDE], message: 'src imports nothing beside it.' },
  ...layerZones,
  ...viewZones,
];

/** Libraries that live in one place only, so that replacing one is a change to one folder. */
const HOMES = {
  'fuse.js': ['src/shared/search/**'],
  dexie: ['src/renderer/store/**'],
  electron: ['src/main/electron/**', 'src/preload/**'],
  react: [
    'src/renderer/views/**',
    'src/renderer/main.tsx',
    'src/renderer/state/**',
    'src/renderer/commands/**',
    'src/paper/pages/**',
  ],
  '@tanstack/react-virtual': ['src/renderer/views/text/**'],
  docx: ['src/paper/office/**'],
  'write-excel-file': ['src/paper/office/**'],
  // Readers of formats. Archives and tables are also written, by the rooms that save them.
  mammoth: ['src/import/**'],
  'word-extractor': ['src/import/**'],
  'pdfjs-dist': ['src/import/**'],
  'read-excel-file': ['src/import/**'],
  parse5: ['src/import/**'],
  papaparse: ['src/import/**', 'src/cli/**'],
  fflate: ['src/import/**', 'src/paper/office/**', 'src/renderer/state/**'],
};

/** ESLint keeps one setting of a rule per file, so each folder gets the list of all libraries foreign to it; an inner one comes last. */
const homes = [...new Set(Object.values(HOMES).flat().concat('src/**/*.{ts,tsx}'))].map((files) => ({
  files: [files],
  ...(files.startsWith('src/**') ? { ignores: Object.values(HOMES).flat() } : {}),
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: Object.entries(HOMES)
          .filter(([, folders]) => !folders.some((folder) => files.startsWith(folder.replace('**', ''))))
          .map(([name, folders]) => ({
            name,
            message: `${name} is imported only in ${folders.join(', ')}.`,
          })),
      },
    ],
  },
}));

export default defineConfig([
  globalIgnores(['out', 'node_modules', 'shots', 'coverage', '.cache']),
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.import.json',
          './tsconfig.node.json',
          './tsconfig.web.json',
          './tsconfig.tests.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      // Without these the plugin reads no TypeScript, and no circle is ever seen.
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is rendered as text (S-16).' },
        { property: 'deleteDatabase', message: 'Deleting a database is never a cure (reliability, rule 3).' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text is rendered as text (S-16).',
        },
      ],
    },
  },
  ...homes,
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
    rules: {
      ...reactHooks.configs.flat.recommended.rules,
      // Tells what React Compiler would skip; this project is not compiled by it.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['*.config.{js,ts}', 'electron.vite.config.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // What a library exports by default is told as it is.
  { files: ['**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
]);
