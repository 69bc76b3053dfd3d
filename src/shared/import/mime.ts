/** One part of a MIME message, its body still encoded. */
export interface MimePart {
  readonly type: string;
  readonly charset: string | null;
  readonly encoding: string;
  readonly location: string | null;
  readonly body: string;
}

/** Tells whether a text is a message of several parts, as browsers save a whole page (RFC 2557). */
export const isMime = (text: string): boolean =>
  /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){1,40}/.test(text.slice(0, 4000)) &&
  /^(?:MIME-Version|Snapshot-Content-Location|Content-Type)\s*:/im.test(text.slice(0, 4000)) &&
  /boundary\s*=|content-type\s*:\s*text\/html/i.test(text.slice(0, 8000));

/** Divides a message into its parts, those inside parts too; `text` has one character for each byte. */
export function mimeParts(text: string, depth = 0): readonly MimePart[] {
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null || depth > 4) return [];
  const headers = readHeaders(text.slice(0, end.index));
  const body = text.slice(end.index + end[0].length);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary\s*=\s*"?([^";\r\n]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith('--'))
      .flatMap((part) => mimeParts(part.replace(/^\r?\n/, ''), depth + 1));
  return [
    {
      type: (type.split(';')[0] ?? '').trim().toLowerCase(),
      charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? null,
      encoding: (headers.get('content-transfer-encoding') ?? '8bit').trim().toLowerCase(),
      location: headers.get('content-location') ?? null,
      body,
    },
  ];
}

function readHeaders(text: string): ReadonlyMap<string, string> {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

/** The bytes of a quoted-printable body (RFC 2045). */
export function quotedPrintable(body: string): Uint8Array {
  const plain = body.replace(/=[ \t]*\r?\n/g, '');
  const bytes: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const hex = plain[at] === '=' ? /^[0-9A-Fa-f]{2}/.exec(plain.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(plain.charCodeAt(at) & 0xff);
    else {
      bytes.push(parseInt(hex, 16));
      at += 2;
    }
  }
  return Uint8Array.from(bytes);
}
