import type { Result } from '../../shared/fault';
import { succeed } from '../../shared/fault';
import type { Services } from '../services/calls';
import { askHolder } from '../services/lock';
import { dataFolder } from '../services/data-folder';
import { openServices } from '../services/open-services';
import { loadToken, readToken, sameSecret } from './secret';
import type { LoopbackServer } from './server';
import { openLoopback } from './server';

/** The port of the loopback host. It never changes: the fast copy of the notes in the browser belongs to this address. */
export const LOOPBACK_PORT = 47_823;

/** A reader served on this machine: by this process, or by the one that was already there. */
export interface LoopbackHost {
  /** True when another process of the same person already serves it; closing then leaves that one alone. */
  readonly already: boolean;
  readonly folder: string;
  /** Address for one window; good for one use. */
  readonly address: string;
  close(): Promise<void>;
}

export interface LoopbackPlace {
  /** Folder of the built page. */
  readonly pages: string;
  readonly folder?: string;
  /** Only tests take another port. */
  readonly port?: number;
}

const portFrom = (text: string | undefined): number => {
  const port = Number(text ?? LOOPBACK_PORT);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : LOOPBACK_PORT;
};

/** A new window of the host that already serves this folder; its lock is asked, which only the same person can reach. */
const joinRunning = async (folder: string): Promise<LoopbackHost | null> => {
  const token = await readToken(folder);
  const address = token === null ? '' : await askHolder(folder, token);
  return address === '' ? null : { already: true, folder, address, close: () => Promise.resolve() };
};

interface Served {
  readonly token: string;
  readonly server: LoopbackServer;
}

const serve = async (
  port: number,
  pages: string,
  token: Result<string>,
  services: Services,
): Promise<Result<Served>> => {
  if (!token.ok) return token;
  const server = await openLoopback({ port, pages, token: token.value, services });
  return server.ok ? succeed({ token: token.value, server: server.value }) : server;
};

/** Serves the built page and the notes of a data folder, or finds the host that already does. */
export const startLoopback = async (place: LoopbackPlace): Promise<Result<LoopbackHost>> => {
  const folder = place.folder ?? dataFolder();
  let own: Served | null = null;
  const answer = (line: string): string | null =>
    own !== null && sameSecret(line, own.token) ? own.server.address() : null;
  const opened = await openServices(folder, place.pages, answer);
  if (!opened.ok) {
    const running = opened.fault.code === 'already-running' ? await joinRunning(folder) : null;
    return running ? succeed(running) : opened;
  }
  const port = place.port ?? portFrom(process.env.DUIDU_PORT);
  const served = await serve(port, place.pages, await loadToken(folder), opened.value.services);
  if (!served.ok) {
    await opened.value.close();
    return served;
  }
  own = served.value;
  const { server } = served.value;
  const close = async (): Promise<void> => {
    await server.close();
    await opened.value.close();
  };
  return succeed({ already: false, folder, address: server.address(), close });
};
