import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { protocol } from 'electron';
import { SAFE_HEADERS, cacheHeader } from '../services/page-headers';
import { mediaType, resolveStatic } from '../services/static-files';
import { HOST, SCHEME } from './origin';

/** Makes app:// an origin like https (S-8). Must run before Electron is ready; grants no way around CSP or CORS. */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

const refused = (status: number): Response => new Response(null, { status, headers: { ...SAFE_HEADERS } });

const answer = async (pages: string, request: Request): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
  const { host, pathname, search } = new URL(request.url);
  if (host !== HOST) return refused(404);
  const path = await resolveStatic(pages, `${pathname}${search}`);
  if (path === null) return refused(404);
  const headers = {
    ...SAFE_HEADERS,
    'content-type': mediaType(path) ?? 'application/octet-stream',
    'cache-control': cacheHeader(pathname),
  };
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(path));
  return new Response(body, { status: 200, headers });
};

/** Serves the built page below app://duidu/, and nothing outside its folder. */
export const serveScheme = (sessionProtocol: Protocol, pages: string): void =>
  sessionProtocol.handle(SCHEME, (request) => answer(pages, request).catch(() => refused(404)));
