import type { RepairList } from './repairs';

/** Signs that a Chinese font draws with one glyph: what a PDF says of the glyph, then what texts of today have there. */
const TYPED: Readonly<Record<string, string>> = {
  '\u2015': '—',
  '\u2e3a': '——',
  '\u2e3b': '——',
  '\u2215': '／',
  '\u301c': '～',
  '\u2329': '〈',
  '\u232a': '〉',
  㬵: '胶',
};
const LOOK_ALIKE = /[\u2015\u2e3a\u2e3b\u2215\u301c\u2329\u232a\u3b35]/g;

/** Puts the sign that was typed for one that a PDF gives for its glyph; each mapping is listed with the radicals'. */
export function mapLookAlikes(text: string, repairs: RepairList): string {
  return text.replace(LOOK_ALIKE, (sign) => {
    const typed = TYPED[sign] ?? sign;
    repairs.note('radical', `${sign}→${typed}`);
    return typed;
  });
}
