import { connect } from 'node:net';

/** What a server sent back, byte for byte, and as a status. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const parse = (text: string): RawAnswer => {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const pairs = lines.map((line) => line.split(/:\s*/, 1).concat(line.replace(/^[^:]*:\s*/, '')));
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value])),
    body: end < 0 ? '' : text.slice(end + 4),
  };
};

/** Sends bytes as they are and reads until the server closes; a browser or `fetch` could not forge Host. */
export const sendRaw = (port: number, bytes: string | Buffer, host = '127.0.0.1'): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host });
    const parts: Buffer[] = [];
    socket.once('connect', () => socket.write(bytes));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.once('error', (error) =>
      parts.length > 0 ? resolve(parse(String(Buffer.concat(parts)))) : reject(error),
    );
    socket.once('close', () => resolve(parse(String(Buffer.concat(parts)))));
  });

/** One request in HTTP/1.1 that asks the server to close afterwards. */
export const rawRequest = (
  method: string,
  path: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): string => {
  const length = body === '' ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const];
  const lines = [...headers, ...length, ['Connection', 'close'] as const].map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
};
