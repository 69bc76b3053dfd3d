/** A text read from bytes. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as the Encoding Standard writes it. */
  readonly encoding: string;
  /** Places that could not be read; each is one U+FFFD in the text. */
  readonly unreadable: number;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Encodings tried where no mark tells; the first of equals wins. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5'] as const;
/** Characters that make up a good third of any Chinese text of public life, simplified and traditional. */
const COMMON = new Set(
  '的一是不了在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过产种面而方后多行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开合因由其些然前外政四日那社事平形相全表间样与关各重新线内数正心反明原利比但质气第向道命变条结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老基资边流路级少图山统接知较将组见计改造万亿元增农村市县区政府推进加强创业企项目投资城乡镇服务安全实施完成坚持发展，。、；：（）“”《》％%0123456789'.concat(
    '這來個們國時會後發經學產對過說進與開關農業務總統計報濟體爲為政府議員應該實現動員種類導專題處區縣鎮設備條約際進關於',
  ),
);
/** Share of places that could not be read above which a text is damaged beyond use. */
const MOST_UNREADABLE = 0.02;
const LEAST_COMMON = 0.2;
const SAMPLE = 200_000;

/** Decodes text by its byte order mark, by NULs for UTF-16, else by what reads best as Chinese; null where nothing does. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding =
    marked ?? wideEncoding(bytes) ?? (declared === null ? null : usable(bytes, declared)) ?? best(bytes);
  if (encoding === null) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  const unreadable = text.split('\ufffd').length - 1;
  return unreadable > Math.max(3, text.length * MOST_UNREADABLE) ? null : { text, encoding, unreadable };
}

/** UTF-16 without a mark: Han have no NULs, but digits, spaces and line ends have one each on the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const reach = Math.min(bytes.length & ~1, SAMPLE);
  const nuls = [0, 0];
  for (let at = 0; at < reach; at += 1) if (bytes[at] === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0 || reach < 4) return null;
  const encoding = odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null;
  return encoding !== null && scoreOf(bytes.subarray(0, reach), encoding) >= LEAST_COMMON ? encoding : null;
}

/** The declared encoding where the bytes bear it out; pages often declare one and use another. */
function usable(bytes: Uint8Array, declared: string): string | null {
  try {
    const name = new TextDecoder(/^gb/i.test(declared) ? 'gb18030' : declared).encoding;
    return scoreOf(tellingBytes(bytes), name) >= LEAST_COMMON ? name : null;
  } catch {
    return null;
  }
}

function best(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  const candidates = isUtf8(bytes) ? (['utf-8'] as const) : CANDIDATES;
  const telling = tellingBytes(bytes);
  const [found] = candidates
    .map((encoding) => ({ encoding, score: scoreOf(telling, encoding) }))
    .sort((a, b) => b.score - a.score);
  if (found === undefined) return null;
  return found.score >= LEAST_COMMON || isPlainAscii(bytes) ? found.encoding : null;
}

/** Text in another encoding is as good as never well-formed UTF-8 all through. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isPlainAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** Letters of ASCII that are kept after others; a second byte of a character may look like one. */
const TAIL = 16;

/** Gives what tells of an encoding: markup, scripts and pictures inside a page are in ASCII, and would drown it. */
function tellingBytes(bytes: Uint8Array): Uint8Array {
  const telling = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let size = 0;
  let plain = 0;
  for (const byte of bytes) {
    plain = byte < 0x80 ? plain + 1 : 0;
    if (plain > TAIL) continue;
    telling[size] = byte;
    size += 1;
    if (size === telling.length) break;
  }
  return telling.subarray(0, size);
}

/** Share of common characters, less what could not be read; above one fifth for a Chinese text in its own encoding. */
function scoreOf(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
  let common = 0;
  let all = 0;
  let lost = 0;
  for (const character of text) {
    if (character <= ' ') continue;
    all += 1;
    if (COMMON.has(character)) common += 1;
    else if (character === '\ufffd') lost += 1;
  }
  return all === 0 ? 0 : (common - 10 * lost) / all;
}
