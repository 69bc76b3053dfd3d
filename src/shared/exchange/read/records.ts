import { fail, succeed, type Fault, type Result } from '../../fault';
import { ANNO_CONTEXT } from '../json-ld';
import { brokenAt } from './broken-at';
import { isFields, isOfType, listOf, type Fields } from './reading';

/** The annotations of a file, not looked at yet. */
export interface Records {
  readonly items: readonly unknown[];
  /** Whether the file as a whole names the W3C context, so that its records need not. */
  readonly context: boolean;
  /** How many annotations there are by what the file says, where that is more than it holds; 'more' where it only says so. */
  readonly announced: number | 'more' | null;
}

/** The first cell of the tables that are written for people. */
const OWN_TABLE = /^\uFEFF?"报告",/u;
const TABLE_REASON = '这是给人看的表格（CSV），里面没有批注的位置，导不回来';
const OTHER_FORMAT = '请选同一次导出的 JSON-LD（.jsonld）文件；没有的话，再导出一次，格式选 JSON-LD。';
const OTHER_FILE = '请选对读导出的，或别的程序按 W3C Web Annotation 导出的文件。';

/** A file no notes can be read from. `advice` is a whole sentence; `detail` is for who mends it. */
export const unreadable = (
  file: string,
  reason: string,
  advice: string = OTHER_FILE,
  detail?: string,
): Fault => ({
  code: 'import-unreadable',
  subject: `导入“${file}”`,
  reason,
  remedy: `批注没有改动。${advice}`,
  ...(detail === undefined ? {} : { detail }),
});

export const namesContext = (fields: Fields): boolean => listOf(fields['@context']).includes(ANNO_CONTEXT);

/** A file may be one annotation, a list of them, a page, a collection with its page, or a JSON-LD graph. */
export function recordsIn(file: string, text: string): Result<Records> {
  const root = parsed(file, text);
  if (!root.ok) return root;
  if (Array.isArray(root.value)) return succeed(only(root.value as readonly unknown[], false));
  if (!isFields(root.value)) return fail(unreadable(file, '里面不是批注'));
  return inObject(file, root.value);
}

const only = (items: readonly unknown[], context: boolean): Records => ({ items, context, announced: null });

function parsed(file: string, text: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text));
  } catch (error) {
    if (OWN_TABLE.test(text)) return fail(unreadable(file, TABLE_REASON, OTHER_FORMAT, String(error)));
    const reason = `不是完整的 JSON，${brokenAt(text, String(error))}`;
    return fail(unreadable(file, reason, OTHER_FILE, String(error)));
  }
}

function inObject(file: string, root: Fields): Result<Records> {
  const context = namesContext(root);
  if (isOfType(root, 'AnnotationCollection')) {
    if (typeof root['first'] === 'string')
      return fail(unreadable(file, '这只是目录，批注本身在别的网址上，文件里没有'));
    return inPages(file, isFields(root['first']) ? root['first'] : root, context, root['total']);
  }
  if (isOfType(root, 'AnnotationPage')) {
    const { partOf } = root;
    return inPages(file, root, context, isFields(partOf) ? partOf['total'] : undefined);
  }
  if (Array.isArray(root['@graph'])) return succeed(only(root['@graph'] as readonly unknown[], context));
  return succeed(only([root], false));
}

/** Pages followed through `next`; more than any program writes into one file. */
const MOST_PAGES = 10_000;

/** The records of a page and of those that follow in the same file; what lies elsewhere is announced. */
function inPages(file: string, first: Fields, context: boolean, total: unknown): Result<Records> {
  const items: unknown[] = [];
  let page: unknown = first;
  for (let count = 0; isFields(page) && count < MOST_PAGES; count += 1) {
    const read = itemsOf(file, page, context);
    if (!read.ok) return read;
    for (const item of read.value.items) items.push(item);
    page = page['next'];
  }
  const named = context || namesContext(first);
  const more = typeof total === 'number' && total > items.length ? total : null;
  // A next page that is only an address lies elsewhere.
  const announced = more ?? (page === undefined || page === null ? null : 'more');
  return succeed({ items, context: named, announced });
}

function itemsOf(file: string, page: Fields, context: boolean): Result<Records> {
  const { items } = page;
  if (!Array.isArray(items)) return fail(unreadable(file, '里面没有批注的列表 items'));
  return succeed(only(items as readonly unknown[], context || namesContext(page)));
}
