import type { Result } from '../../shared/fault';
import { fail } from '../../shared/fault';
import type { CallInput, CallName, CallValue, ServiceCalls, SessionCalls } from '../../shared/host';
import { CLIENT_HEADER, TOKEN_HEADER } from '../../shared/host';
import { isResult, silent } from './answer';
import { jsonBody } from './json-body';

type LoopbackCall = keyof ServiceCalls | keyof SessionCalls;

/** One call to the loopback host. */
export type LoopbackCaller = <Name extends LoopbackCall & CallName>(
  name: Name,
  input: CallInput<Name>,
) => Promise<Result<CallValue<Name>>>;

const REFUSALS: Readonly<Record<number, { readonly reason: string; readonly remedy: string }>> = {
  401: { reason: '这个窗口没有得到许可', remedy: '请再运行一次 npm start，用新的地址打开' },
  413: { reason: '内容超过 64 MB', remedy: '请分几次保存' },
};

const refused = (status: number): Result<never> => {
  const words = REFUSALS[status] ?? { reason: '没有接受这次请求', remedy: '请重新启动对读，再试一次' };
  return fail({ code: `host-${status}`, subject: '对读的后台', ...words });
};

/** Calls the loopback host with the token; rejects when the host cannot be reached. */
export const makeCaller =
  (token: string | null): LoopbackCaller =>
  async <Name extends LoopbackCall & CallName>(name: Name, input: CallInput<Name>) => {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [CLIENT_HEADER]: '1',
        ...(token === null ? {} : { [TOKEN_HEADER]: token }),
      },
      body: await jsonBody(input),
      cache: 'no-store',
      redirect: 'error',
    });
    if (!response.ok) return refused(response.status);
    const answer: unknown = await response.json();
    return isResult(answer) ? (answer as Result<CallValue<Name>>) : fail(silent('answer is no Result'));
  };
