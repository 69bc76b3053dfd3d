import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Result } from '../shared/fault';
import { fail, succeed } from '../shared/fault';

/** Reads a command's options and its other arguments; an unknown option is a fault that names it. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return succeed({ values, positionals });
  } catch (error) {
    return misuse(error);
  }
}

function misuse(error: unknown): Result<never> {
  const detail = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]*)/.exec(detail)?.[1] ?? '选项';
  const reason = /Unknown option/.test(detail)
    ? '没有这个选项'
    : /argument missing|expects/.test(detail)
      ? '后面缺一个值'
      : '写法不对';
  return fail({ code: 'option-invalid', subject: option, reason, remedy: '加上 --help 看用法。', detail });
}
