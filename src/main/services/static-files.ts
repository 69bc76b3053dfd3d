import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** Media type by name ending; null for endings this program does not ship, which are not served. */
export const mediaType = (path: string): string | null => TYPES[extname(path).toLowerCase()] ?? null;

/** Path parts as shipped: letters, digits, and . _ - between them; so no `..`, no device name tricks, no encodings. */
const PART = /^[A-Za-z0-9_@][A-Za-z0-9_@.-]*$/;

const ENDS_PLAINLY = /[A-Za-z0-9_-]$/;

const isPart = (part: string): boolean => PART.test(part) && ENDS_PLAINLY.test(part);

const inside = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * The file a URL path names below the root, or null. `urlPath` is taken as sent, undecoded: this program's own files need
 * no encoding, so anything encoded is refused. Links are followed and must end inside the root; letter case must match.
 */
export const resolveStatic = async (root: string, urlPath: string): Promise<string | null> => {
  const parts = (urlPath === '/' ? '/index.html' : urlPath).split('/').slice(1);
  if (
    !urlPath.startsWith('/') ||
    parts.length > 8 ||
    !parts.every(isPart) ||
    mediaType(urlPath === '/' ? 'index.html' : urlPath) === null
  )
    return null;
  const base = await realpath(root).catch(() => null);
  if (base === null) return null;
  const wanted = resolve(base, ...parts);
  if (!inside(base, wanted)) return null;
  const found = await realpath(wanted).catch(() => null);
  if (found === null || !inside(base, found)) return null;
  if (relative(base, found).split(sep).join('/') !== parts.join('/')) return null;
  return (await stat(found)).isFile() ? found : null;
};
