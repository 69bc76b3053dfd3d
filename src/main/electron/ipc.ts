import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import type { Result } from '../../shared/fault';
import { fail } from '../../shared/fault';
import type { CallName, ServiceCalls, WindowCalls } from '../../shared/host';
import type { Handlers } from '../services/calls';
import { answerCall } from '../services/calls';
import { isOwn } from './origin';

export type ElectronCalls = ServiceCalls & WindowCalls;

const stranger = fail({
  code: 'refused-sender',
  subject: '对读',
  reason: '请求不是从对读的窗口来的，没有执行',
  remedy: '请重新打开对读',
});

/** Only our own top frame may call (S-4): no frame inside it, no about:blank, no frame that is gone. */
const isOurs = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url);

const register = <Name extends keyof ElectronCalls & CallName>(
  name: Name,
  handler: Handlers<Name>[Name],
): void =>
  ipcMain.handle(name, async (event, ...sent: unknown[]): Promise<Result<unknown>> => {
    if (!isOurs(event)) return stranger;
    return answerCall(name, handler, sent.length === 1 ? sent[0] : sent);
  });

/** Answers the page's calls, each behind the sender check and the gate for input. */
export const registerCalls = (handlers: Handlers<keyof ElectronCalls>): void => {
  for (const name of Object.keys(handlers) as (keyof ElectronCalls)[]) register(name, handlers[name]);
};
