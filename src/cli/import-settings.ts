import { fail, succeed, type Result } from '../shared/fault';
import type { FilingFacts } from '../shared/library';
import { GENRES } from '../shared/report';

/** What the caller says of all files of a run. */
export interface Settings {
  readonly facts: Partial<FilingFacts>;
  /** What becomes of two versions of one report; null asks. */
  readonly versions: 'both' | 'replace' | null;
}

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

/** Reads `--set`, `--both` and `--replace`. */
export function readSettings({
  set = [],
  both = false,
  replace = false,
}: {
  readonly set?: readonly string[];
  readonly both?: boolean;
  readonly replace?: boolean;
}): Result<Settings> {
  if (both && replace) return misused('--both --replace', '两样只能选一样');
  let facts: Partial<FilingFacts> = {};
  for (const setting of set) {
    const fact = factOf(setting);
    if (!fact.ok) return fact;
    facts = { ...facts, ...fact.value };
  }
  return succeed({ facts, versions: both ? 'both' : replace ? 'replace' : null });
}
