/** Groups whose text is no text of the document. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|annotation|themedata|colorschememapping|latentstyles|datastore|rsidtbl|generator|listtable|listoverridetable|xmlnstbl|fldinst|bkmkstart|bkmkend|shpinst|nonshppict|datafield)$/;
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
};
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]/g;

interface State {
  readonly silent: boolean;
  /** How many characters follow a \u that stand for it in old readers. */
  readonly fallback: number;
}

/** Words of an RTF document in order: plain text, or bytes in the document's code page. */
export type RtfRun = string | readonly number[];

export interface RtfText {
  readonly codePage: number;
  /** How deep groups are nested. */
  readonly depth: number;
  readonly runs: readonly RtfRun[];
}

/** Reads the text of an RTF document; formatting, pictures and lists of fonts are left out. */
export function readRtf(source: string): RtfText {
  const runs: RtfRun[] = [];
  const stack: State[] = [];
  let state: State = { silent: false, fallback: 1 };
  let codePage = 936;
  let skip = 0;
  let depth = 0;
  const text = (words: string): void => {
    const kept = words.slice(Math.min(skip, words.length));
    skip -= words.length - kept.length;
    if (!state.silent && kept !== '') runs.push(kept);
  };
  for (const [, word, argument, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (brace === '{') depth = Math.max(depth, stack.push(state));
    else if (brace === '}') state = stack.pop() ?? state;
    else if (plain !== undefined) text(plain);
    else if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else if (!state.silent) runs.push([parseInt(hex, 16)]);
    } else if (symbol !== undefined) {
      if (symbol === '*') state = { ...state, silent: true };
      else if (/[\\{}]/.test(symbol)) text(symbol);
      else if (symbol === '~') text('\u00a0');
    } else if (word !== undefined) {
      if (word === 'ansicpg') codePage = Number(argument);
      else if (word === 'uc') state = { ...state, fallback: Number(argument ?? 1) };
      else if (word === 'u') {
        if (!state.silent) runs.push(String.fromCharCode((Number(argument) + 0x10000) % 0x10000));
        skip = state.fallback;
      } else if (SILENT.test(word)) state = { ...state, silent: true };
      else if (BREAKS[word] !== undefined && !state.silent) runs.push(BREAKS[word]);
    }
  }
  return { codePage, depth, runs };
}
