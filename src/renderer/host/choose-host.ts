import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { Bridge, Host } from '../../shared/host';
import { orSilent } from './answer';
import { electronHost } from './electron-host';
import type { LoopbackCaller } from './loopback-call';
import { makeCaller } from './loopback-call';
import { loopbackHost } from './loopback-host';
import { installTrustedTypes } from './trusted-types';

const TOKEN_KEY = 'duidu.token';

/** A ticket that was not answered yet: a window loaded anew before that goes on with it. Of this tab alone. */
const TICKET_KEY = 'duidu.ticket';

const noPermission = fail({
  code: 'no-permission',
  subject: '这个窗口',
  reason: '没有得到许可，读不到批注',
  remedy: '请再运行一次 npm start，用它打开的窗口或给出的地址',
});

const bridgeOf = (scope: object): Bridge | null =>
  'duidu' in scope && typeof scope.duidu === 'object' ? (scope.duidu as Bridge) : null;

/** Takes the ticket out of the address, so that it stays in no history and no screenshot. */
const takeTicket = (): string | null => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const ticket = fragment.get('ticket');
  if (ticket === null) return null;
  fragment.delete('ticket');
  const rest = fragment.toString();
  history.replaceState(null, '', `${location.pathname}${location.search}${rest ? `#${rest}` : ''}`);
  return ticket;
};

/** Changes the ticket for a token; one that nobody answered to is kept for the next try. */
const redeem = async (ticket: string): Promise<void> => {
  sessionStorage.setItem(TICKET_KEY, ticket);
  const session = await orSilent(() => makeCaller(null)('session', { ticket }));
  if (session.ok) localStorage.setItem(TOKEN_KEY, session.value.token);
  if (session.ok || session.fault.code !== 'host-silent') sessionStorage.removeItem(TICKET_KEY);
};

/** The token this window was given, now against a ticket or at an earlier start. */
const obtainToken = async (): Promise<string | null> => {
  const ticket = takeTicket() ?? sessionStorage.getItem(TICKET_KEY);
  if (ticket !== null) await redeem(ticket);
  return localStorage.getItem(TOKEN_KEY);
};

const connect = async (call: LoopbackCaller): Promise<Result<Host>> => {
  const info = await orSilent(() => call('info', null));
  if (info.ok) return succeed(loopbackHost(call, info.value));
  return info.fault.code === 'host-401' ? noPermission : info;
};

/**
 * The host this page was opened by: Electron's bridge where there is one, else the loopback host of this origin.
 * Call it first: it also allows the page's own workers under Trusted Types. Fails with words for the person.
 */
export const chooseHost = async (): Promise<Result<Host>> => {
  installTrustedTypes();
  const bridge = bridgeOf(globalThis);
  if (bridge) return succeed(electronHost(bridge));
  const token = await obtainToken();
  return token === null ? noPermission : connect(makeCaller(token));
};
