import type { IncomingMessage } from 'node:http';

/** Largest call in bytes: ten thousand imported notes with their sentences, several times over. */
export const MAX_BODY = 64 * 1024 * 1024;

export type Body =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'too-large' | 'not-json' };

const parse = (text: string): Body => {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'not-json' };
  }
};

/** Reads a JSON body up to the limit; counts what arrives and never trusts the announced length. Rejects when the client goes away. */
export const readBody = async (request: IncomingMessage, limit: number = MAX_BODY): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' };
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return { kind: 'too-large' };
    parts.push(part);
  }
  return parse(Buffer.concat(parts).toString('utf8'));
};
