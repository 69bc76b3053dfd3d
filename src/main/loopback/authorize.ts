import type { IncomingMessage } from 'node:http';
import { CLIENT_HEADER, TOKEN_HEADER } from '../../shared/host';
import { sameSecret } from './secret';

/** The one name this host answers to. */
export const LOOPBACK_ADDRESS = '127.0.0.1';

/** Why a request is refused, as an HTTP status; null lets it through. */
export type Refusal = 401 | 403 | 405 | 415 | 421 | null;

/** All values of a header as sent; Node itself drops a second Host silently. */
const rawValues = ({ rawHeaders }: IncomingMessage, name: string): readonly string[] =>
  rawHeaders.filter((_, place) => place % 2 === 1 && rawHeaders[place - 1]?.toLowerCase() === name);

const only = (request: IncomingMessage, name: string): string | undefined => {
  const values = rawValues(request, name);
  return values.length === 1 ? values[0] : undefined;
};

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** Holds for every request: a known method, exactly our name, and a plain path. DNS rebinding fails here. */
export const refuseAny = (request: IncomingMessage, port: number): Refusal => {
  if (request.method === 'OPTIONS') return 403;
  if (!METHODS.has(request.method ?? '')) return 405;
  if (only(request, 'host') !== `${LOOPBACK_ADDRESS}:${port}`) return 421;
  return request.url?.startsWith('/') ? null : 421;
};

/** Pages and files: a person may come from anywhere, another site's code may not fetch or embed. */
export const refuseFile = (request: IncomingMessage): Refusal => {
  if (request.method === 'POST') return 405;
  const site = only(request, 'sec-fetch-site') ?? 'none';
  if (site === 'none' || site === 'same-origin') return null;
  const arrives =
    only(request, 'sec-fetch-mode') === 'navigate' && only(request, 'sec-fetch-dest') === 'document';
  return arrives && request.url === '/' ? null : 403;
};

/** Calls: only our own page, proven by what the browser says of it (S-29). */
export const refuseCall = (request: IncomingMessage, port: number): Refusal => {
  if (request.method !== 'POST') return 405;
  const ours =
    only(request, 'origin') === `http://${LOOPBACK_ADDRESS}:${port}` &&
    only(request, 'sec-fetch-site') === 'same-origin' &&
    only(request, CLIENT_HEADER) === '1';
  if (!ours) return 403;
  return only(request, 'content-type') === 'application/json' ? null : 415;
};

/** Calls but the first carry the token. */
export const refuseStranger = (request: IncomingMessage, token: string): Refusal =>
  sameSecret(only(request, TOKEN_HEADER), token) ? null : 401;
