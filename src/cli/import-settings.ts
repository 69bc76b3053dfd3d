import { fail, succeed, type Result } from '../shared/fault';
import type { FilingFacts } from '../shared/library';
import { TABLE_COLUMNS, type TableWish } from '../shared/import';
import { GENRES } from '../shared/report';

/** What the caller says of all files of a run. */
export interface Settings {
  readonly facts: Partial<FilingFacts>;
  /** What becomes of two versions of one report; null asks. */
  readonly versions: 'both' | 'replace' | null;
  /** Which columns of a table hold what; what is left out is guessed. */
  readonly columns: TableWish;
}

export const COLUMNS_USAGE = `  --column text=正文  --column place=地区  --column year=年份  --column title=题目  --rows report|sentence`;

export const SETTINGS_USAGE = `  --set place=周口市  --set year=2024  --set title=…  --set genre=${GENRES.join('|')}`;

const misused = (subject: string, reason: string): Result<never> =>
  fail({ code: 'option-invalid', subject, reason, remedy: '加上 --help 看用法。' });

const factOf = (setting: string): Result<Partial<FilingFacts>> => {
  const [name, value] = [setting.split('=', 1)[0] ?? '', setting.slice(setting.indexOf('=') + 1).trim()];
  if (!setting.includes('=') || value === '') return misused(`--set ${setting}`, '要写成 名=值');
  switch (name) {
    case 'place':
    case 'title':
      return succeed({ [name]: value });
    case 'year':
      return /^(?:19|20)\d{2}$/.test(value)
        ? succeed({ year: Number(value) })
        : misused(`--set ${setting}`, '年份要写四位数');
    case 'genre': {
      const genre = GENRES.find((one) => one === value);
      return genre ? succeed({ genre }) : misused(`--set ${setting}`, `性质只有 ${GENRES.join('、')}`);
    }
    default:
      return misused(`--set ${setting}`, '只能定 place、year、title、genre');
  }
};

const columnOf = (setting: string): Result<TableWish> => {
  const at = setting.indexOf('=');
  const column = TABLE_COLUMNS.find((one) => one === setting.slice(0, Math.max(0, at)));
  const value = setting.slice(at + 1).trim();
  if (!column || value === '')
    return misused(`--column ${setting}`, `要写成 列=表头，列只有 ${TABLE_COLUMNS.join('、')}`);
  return succeed({ [column]: value === '-' ? null : value });
};

const rowsOf = (rows: string | undefined): Result<TableWish> =>
  rows === undefined
    ? succeed({})
    : rows === 'report' || rows === 'sentence'
      ? succeed({ rows })
      : misused(`--rows ${rows}`, '只有 report（一行一篇）和 sentence（一行一句）');

/** Reads `--column` and `--rows`. */
function readColumns(column: readonly string[] = [], rows?: string): Result<TableWish> {
  let wish: TableWish = {};
  for (const part of [...column.map(columnOf), rowsOf(rows)]) {
    if (!part.ok) return part;
    wish = { ...wish, ...part.value };
  }
  return succeed(wish);
}

/** Reads `--set`, `--both`, `--replace`, `--column` and `--rows`. */
export function readSettings({
  set = [],
  both = false,
  replace = false,
  column,
  rows,
}: {
  readonly set?: readonly string[];
  readonly both?: boolean;
  readonly replace?: boolean;
  readonly column?: readonly string[] | undefined;
  readonly rows?: string | undefined;
}): Result<Settings> {
  if (both && replace) return misused('--both --replace', '两样只能选一样');
  let facts: Partial<FilingFacts> = {};
  for (const setting of set) {
    const fact = factOf(setting);
    if (!fact.ok) return fact;
    facts = { ...facts, ...fact.value };
  }
  const columns = readColumns(column, rows);
  if (!columns.ok) return columns;
  return succeed({ facts, columns: columns.value, versions: both ? 'both' : replace ? 'replace' : null });
}
