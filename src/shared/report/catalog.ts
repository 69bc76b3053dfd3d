import * as z from 'zod/mini';
import type { Result } from '../fault';
import { fail, succeed } from '../fault';
import { GENRES } from './vocabulary';

/** One bundled report as `resources/reports/catalog.json` lists it. */
const entrySchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** File name beside the catalog. */
  file: z.string().check(z.regex(/^[a-z0-9-]+\.txt$/)),
  /** SHA-256 of the file's bytes, in lower-case hex. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  place: z.string().check(z.minLength(1)),
  year: z.int().check(z.gte(1949), z.lte(2100)),
  genre: z.enum(GENRES),
  title: z.string().check(z.minLength(1)),
});

const catalogSchema = z.readonly(z.array(entrySchema).check(z.minLength(1)));

export type CatalogEntry = Readonly<z.infer<typeof entrySchema>>;
export type Catalog = readonly CatalogEntry[];

/** Checks a catalog read from outside. */
export function readCatalog(value: unknown): Result<Catalog> {
  const parsed = catalogSchema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail({
    code: 'catalog-invalid',
    subject: '报告目录 catalog.json',
    reason: '内容不合格式',
    remedy: '请重新安装对读，批注不受影响。',
    detail: z.prettifyError(parsed.error),
  });
}
