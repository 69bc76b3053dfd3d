import * as z from 'zod/mini';
import list from '../../../../resources/corrections.json' with { type: 'json' };
import { fail, succeed, type Result } from '../../fault';

const changeSchema = z.strictObject({
  name: z.optional(z.string().check(z.minLength(1))),
  value: z.optional(z.union([z.number(), z.readonly(z.tuple([z.number(), z.number()]))])),
  unit: z.optional(z.string()),
  measure: z.optional(z.enum(['level', 'growth', 'change', 'share', 'rank'])),
  bound: z.optional(z.enum(['=', '>=', '>', '<=', '~'])),
  kind: z.optional(z.enum(['result', 'target'])),
  period: z.optional(z.string().check(z.regex(/^\d{4}(?:-(?:\d{4}|\d{2}|[QH]\d))?$/))),
  place: z.optional(z.string().check(z.minLength(1))),
});

const correctionSchema = z.strictObject({
  /** Catalog id of a bundled report. */
  report: z.string().check(z.minLength(1)),
  /** Where the number begins in the raw text, in UTF-16 code units. */
  start: z.int().check(z.gte(0)),
  /** The number's characters there; a text that prints others is another text and is left alone. */
  printed: z.string().check(z.minLength(1)),
  /** What the program read wrongly, put right; or `drop` where the number states no quantity. */
  change: z.union([changeSchema, z.literal('drop')]),
  /** Why, as a Chinese sentence the reader sees. */
  reason: z.string().check(z.minLength(4)),
});

/** One reading put right by hand, of one number of a bundled report. */
export type Correction = z.infer<typeof correctionSchema>;

/** Checks a list of corrections read from outside. */
export function readCorrections(value: unknown): Result<readonly Correction[]> {
  const parsed = z.array(correctionSchema).safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail({
    code: 'corrections-invalid',
    subject: '手工更正 corrections.json',
    reason: '内容不合格式',
    remedy: '请重新安装对读，批注不受影响。',
    detail: z.prettifyError(parsed.error),
  });
}

const bundled = readCorrections(list);

/** The hand corrections of the bundled reports, `resources/corrections.json`; none where that file is damaged. */
export const CORRECTIONS: readonly Correction[] = bundled.ok ? bundled.value : [];
