import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { SAFE_HEADERS, cacheHeader } from '../services/page-headers';
import { mediaType } from '../services/static-files';

/** Ends an exchange with a bare status: no body, nothing to learn. Closes the connection, whose rest may be hostile. */
export const refuse = (response: ServerResponse, status: number): void => {
  const allow = status === 405 ? { allow: 'GET, HEAD, POST' } : {};
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...allow,
    'cache-control': 'no-store',
    'content-length': 0,
    connection: 'close',
  });
  response.end();
};

/** Answers a call with JSON. */
export const sendJson = (response: ServerResponse, value: unknown): void => {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': bytes.length,
  });
  response.end(bytes);
};

/** Sends a file that `resolveStatic` has found. */
export const sendFile = async (
  response: ServerResponse,
  path: string,
  urlPath: string,
  head: boolean,
): Promise<void> => {
  const { size } = await stat(path);
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': mediaType(path) ?? 'application/octet-stream',
    'cache-control': cacheHeader(urlPath),
    'content-length': size,
  });
  if (head) response.end();
  else await pipeline(createReadStream(path), response);
};
