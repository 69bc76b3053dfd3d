import type { Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';
import { INDICATORS, indicatorNamed } from '../shared/figures';
import type { WideChoice } from '../shared/panel';

/** In which columns a panel is written: all, SDMX's, or one for each chosen indicator. */
export interface PanelForm {
  readonly path: string;
  readonly format: 'csv' | 'jsonl' | 'xlsx';
  readonly sdmx: boolean;
  readonly wide: WideChoice | null;
}

interface Asked {
  readonly out?: string | undefined;
  readonly wide?: readonly string[] | undefined;
  readonly kind?: string | undefined;
  readonly measure?: string | undefined;
  readonly sdmx?: boolean | undefined;
}

const KINDS = ['result', 'target'] as const;
const MEASURES = ['level', 'growth', 'change', 'share', 'rank'] as const;

const unknown = (subject: string, reason: string, remedy: string): Result<never> =>
  fail({ code: 'option-invalid', subject, reason, remedy });

/** Reads what kind of panel the options ask for. */
export function chooseForm(asked: Asked): Result<PanelForm> {
  const { out, wide, sdmx } = asked;
  const kind = KINDS.find((known) => known === (asked.kind ?? 'result'));
  const measure = MEASURES.find((known) => known === (asked.measure ?? 'level'));
  const format = /\.(csv|jsonl|xlsx)$/i.exec(out ?? '')?.[1]?.toLowerCase();
  if (out === undefined) return unknown('--out', '没有说写到哪里', '请写 --out 面板.csv。');
  if (format !== 'csv' && format !== 'jsonl' && format !== 'xlsx')
    return unknown(out, '没有这种格式', '文件名请以 .csv、.jsonl 或 .xlsx 结尾。');
  if (!kind) return unknown(`--kind ${asked.kind}`, '没有这个类别', `可用的是 ${KINDS.join('、')}。`);
  if (!measure)
    return unknown(`--measure ${asked.measure}`, '没有这种口径', `可用的是 ${MEASURES.join('、')}。`);
  if (sdmx === true && wide !== undefined)
    return unknown('--sdmx', '宽表没有 SDMX 的写法', '请去掉 --wide 或 --sdmx。');
  const indicators = (wide ?? []).flatMap((names) => names.split(/[,，、]/)).filter((name) => name !== '');
  const form = { path: out, format, sdmx: sdmx === true } as const;
  if (wide === undefined) return succeed({ ...form, wide: null });
  if (indicators.length === 0)
    return unknown('--wide', '没有写指标', `例如 --wide ${INDICATORS[0]?.name ?? ''}。`);
  const names = indicators.map((name) => indicatorNamed(name)?.name ?? name);
  return succeed({ ...form, wide: { indicators: [...new Set(names)], kind, measure } });
}
