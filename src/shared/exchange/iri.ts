/** Everything this program names in an exported file begins so; the rest is a name escaped as in a URI. */
const ROOT = 'urn:duidu:';

/** What may be named: a note, a report, a commitment. */
export type IriKind = 'note' | 'report' | 'commitment';

const PLAIN = /^[A-Za-z0-9._~-]*$/;

/** UTF-8 of a lone surrogate, which encodeURIComponent refuses: a file name on some disks holds one. */
const encodeLone = (code: number): string =>
  [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
    .map((byte) => `%${byte.toString(16).toUpperCase()}`)
    .join('');

const encodeUnit = (unit: string): string =>
  /^\p{Surrogate}$/u.test(unit) ? encodeLone(unit.charCodeAt(0)) : encodeURIComponent(unit);

const LONE = /%ED%([AB][0-9A-F])%([89AB][0-9A-F])/g;

const decodeLone = (_: string, high: string, low: string): string =>
  String.fromCharCode(0xd000 | ((parseInt(high, 16) & 0x3f) << 6) | (parseInt(low, 16) & 0x3f));

/** An IRI for any name; `nameIn` gives the name back unchanged. */
export const iriOf = (kind: IriKind, name: string): string =>
  `${ROOT}${kind}:${PLAIN.test(name) ? name : name.replace(/[^A-Za-z0-9._~-]/gu, encodeUnit)}`;

/** RFC 3987: the characters of a URI, and those of any script that are no controls, spaces or surrogates. */
const IRI =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]|[^\p{ASCII}\p{C}\p{Z}\ufff0-\uffff])+$/u;

/** Tells whether a text is an absolute IRI, as another program names its things. */
export const isIri = (text: string): boolean => IRI.test(text);

/** A note that came from elsewhere goes on under the IRI it came with. */
export const noteIri = (id: string): string => (isIri(id) && !id.startsWith(ROOT) ? id : iriOf('note', id));

/** The id of a note by its IRI. */
export const noteId = (iri: string): string => nameIn('note', iri) ?? iri;

/** The name in one of our own IRIs of this kind, or null where it is another's or damaged. */
export function nameIn(kind: IriKind, iri: string): string | null {
  const prefix = `${ROOT}${kind}:`;
  if (!iri.startsWith(prefix) || iri.length === prefix.length) return null;
  const escaped = iri.slice(prefix.length);
  if (PLAIN.test(escaped)) return escaped;
  try {
    return escaped
      .split(/((?:%ED%[AB][0-9A-F]%[89AB][0-9A-F])+)/)
      .map((part, index) => (index % 2 ? part.replace(LONE, decodeLone) : decodeURIComponent(part)))
      .join('');
  } catch {
    return null;
  }
}
