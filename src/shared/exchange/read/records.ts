import { fail, succeed, type Fault, type Result } from '../../fault';
import { ANNO_CONTEXT } from '../json-ld';
import { isFields, isOfType, listOf, type Fields } from './reading';

/** The annotations of a file, not looked at yet. */
export interface Records {
  readonly items: readonly unknown[];
  /** Whether the file as a whole names the W3C context, so that its records need not. */
  readonly context: boolean;
}

export const unreadable = (file: string, reason: string, detail?: string): Fault => ({
  code: 'import-unreadable',
  subject: `导入“${file}”`,
  reason,
  remedy: '批注没有改动。请选对读导出的，或别的程序按 W3C Web Annotation 导出的文件。',
  ...(detail === undefined ? {} : { detail }),
});

export const namesContext = (fields: Fields): boolean => listOf(fields['@context']).includes(ANNO_CONTEXT);

/** A file may be one annotation, a list of them, a page, a collection with its page, or a JSON-LD graph. */
export function recordsIn(file: string, text: string): Result<Records> {
  const root = parsed(file, text);
  if (!root.ok) return root;
  if (Array.isArray(root.value)) return succeed({ items: root.value as readonly unknown[], context: false });
  if (!isFields(root.value)) return fail(unreadable(file, '里面不是批注'));
  return inObject(file, root.value);
}

function parsed(file: string, text: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text));
  } catch (error) {
    return fail(unreadable(file, '不是完整的 JSON，文件可能没有下载完或被改坏了', String(error)));
  }
}

function inObject(file: string, root: Fields): Result<Records> {
  const context = namesContext(root);
  if (isOfType(root, 'AnnotationCollection')) {
    if (typeof root['first'] === 'string')
      return fail(unreadable(file, '这只是目录，批注本身在别的网址上，文件里没有'));
    return itemsOf(file, isFields(root['first']) ? root['first'] : root, context);
  }
  if (isOfType(root, 'AnnotationPage')) return itemsOf(file, root, context);
  if (Array.isArray(root['@graph'])) return succeed({ items: root['@graph'] as readonly unknown[], context });
  return succeed({ items: [root], context: false });
}

function itemsOf(file: string, page: Fields, context: boolean): Result<Records> {
  const { items } = page;
  if (!Array.isArray(items)) return fail(unreadable(file, '里面没有批注的列表 items'));
  return succeed({ items: items as readonly unknown[], context: context || namesContext(page) });
}
