import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { ServiceCalls, SessionCalls } from '../../shared/host';
import type { Handlers, Services } from '../services/calls';
import { answerCall, serviceHandlers } from '../services/calls';
import { errnoOf } from '../services/io-fault';
import { resolveStatic } from '../services/static-files';
import { refuse, sendFile, sendJson } from './answer';
import { readBody } from './body';
import { LOOPBACK_ADDRESS, refuseAny, refuseCall, refuseFile, refuseStranger } from './authorize';
import type { Tickets } from './secret';
import { makeTickets } from './secret';

/** A client that has not sent its request by then is cut off. Milliseconds. */
const SLOWEST_CLIENT = 10_000;

export interface LoopbackOptions {
  readonly port: number;
  /** Folder of the built page. */
  readonly pages: string;
  readonly token: string;
  readonly services: Services;
}

export interface LoopbackServer {
  /** A new address with a ticket good for one window. */
  address(): string;
  close(): Promise<void>;
}

type LoopbackCalls = ServiceCalls & SessionCalls;

const originOf = (port: number): string => `http://${LOOPBACK_ADDRESS}:${port}`;

const addressOf = (port: number, tickets: Tickets): string => `${originOf(port)}/#ticket=${tickets.issue()}`;

const staleTicket = fail({
  code: 'ticket-used',
  subject: '打开对读的地址',
  reason: '这个地址已经用过，或不是这一次启动的',
  remedy: '请再运行一次 npm start，用新的地址打开',
});

const handlersOf = (options: LoopbackOptions, tickets: Tickets): Handlers<keyof LoopbackCalls> => ({
  ...serviceHandlers(options.services),
  session: ({ ticket }) =>
    Promise.resolve(tickets.redeem(ticket) ? succeed({ token: options.token }) : staleTicket),
});

const answerApi = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: LoopbackOptions,
  handlers: Handlers<keyof LoopbackCalls>,
): Promise<void> => {
  const name = (request.url ?? '').slice('/api/'.length);
  const refusal =
    refuseCall(request, options.port) ?? (name === 'session' ? null : refuseStranger(request, options.token));
  if (refusal !== null) return refuse(response, refusal);
  if (!isLoopbackCall(handlers, name)) return refuse(response, 404);
  const body = await readBody(request);
  if (body.kind === 'too-large') return refuse(response, 413);
  if (body.kind !== 'json') return refuse(response, 400);
  sendJson(response, await answerNamed(handlers, name, body.value));
};

const isLoopbackCall = (handlers: object, name: string): name is keyof LoopbackCalls =>
  Object.hasOwn(handlers, name);

/** Ties the handler's type to its name; a union of names would lose it. */
const answerNamed = <Name extends keyof LoopbackCalls>(
  handlers: Handlers<keyof LoopbackCalls>,
  name: Name,
  raw: unknown,
): Promise<Result<unknown>> => answerCall(name, handlers[name], raw);

const answerFile = async (
  request: IncomingMessage,
  response: ServerResponse,
  pages: string,
): Promise<void> => {
  const refusal = refuseFile(request);
  if (refusal !== null) return refuse(response, refusal);
  const path = await resolveStatic(pages, request.url ?? '');
  if (path === null) return refuse(response, 404);
  await sendFile(response, path, request.url ?? '', request.method === 'HEAD');
};

/** A connection a browser opened ahead and has not used gets no answer: it would take that for the next page's. */
const cutOff = (_error: Error, socket: Socket): void => {
  if (socket.writable && socket.bytesRead > 0)
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  else socket.destroy();
};

const portTaken = (port: number): Result<never> =>
  fail({
    code: 'port-taken',
    subject: `端口 ${port}`,
    reason: '端口被别的程序占用，对读没有启动',
    remedy: '请关闭占用它的程序后再运行 npm start；对读不换端口，因为批注的快速副本认这个地址',
  });

const portRefused = (port: number, error: unknown): Result<never> =>
  fail({
    code: 'port-refused',
    subject: `端口 ${port}`,
    reason: '系统不允许在本机打开这个端口',
    remedy: '请检查安全软件的设置后再运行 npm start',
    detail: String(error),
  });

const listen = (server: Server, port: number): Promise<Result<null>> =>
  new Promise((resolve) => {
    server.once('error', (error) =>
      resolve(errnoOf(error) === 'EADDRINUSE' ? portTaken(port) : portRefused(port, error)),
    );
    server.listen({ port, host: LOOPBACK_ADDRESS, exclusive: true }, () => resolve(succeed(null)));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const makeServer = (options: LoopbackOptions, tickets: Tickets): Server => {
  const handlers = handlersOf(options, tickets);
  const server = createServer({
    requireHostHeader: false,
    requestTimeout: SLOWEST_CLIENT,
    headersTimeout: SLOWEST_CLIENT,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 30_000,
    maxHeaderSize: 16_384,
  });
  server.on('request', (request, response) => {
    const refusal = refuseAny(request, options.port);
    const work =
      refusal !== null
        ? Promise.resolve(refuse(response, refusal))
        : request.url?.startsWith('/api/')
          ? answerApi(request, response, options, handlers)
          : answerFile(request, response, options.pages);
    // The client has gone away or the file has vanished between two steps: this exchange ends, the host goes on.
    work.catch(() => response.destroy());
  });
  server.on('clientError', cutOff);
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (_request, socket) => socket.destroy());
  server.on('checkExpectation', (_request, response) => refuse(response, 417));
  return server;
};

/** Opens the page and its calls on 127.0.0.1 at exactly this port. */
export const openLoopback = async (options: LoopbackOptions): Promise<Result<LoopbackServer>> => {
  const tickets = makeTickets();
  const server = makeServer(options, tickets);
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  return succeed({ address: () => addressOf(options.port, tickets), close: () => close(server) });
};
