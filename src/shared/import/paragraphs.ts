import { findChrome, findPageMatter } from '../parse';
import type { RepairList } from './repairs';

/** Takes the site's furniture and the browser's print lines out of the paragraphs of a page; each is listed. */
export function withoutFurniture(paragraphs: readonly string[], repairs: RepairList): readonly string[] {
  const texts = paragraphs.map((text) => text.replace(/\s+/g, ' ').trim());
  const filled = texts.flatMap((text, index) => (text === '' ? [] : [index]));
  const shown = filled.map((index) => texts[index] ?? '');
  const chrome = findChrome(shown);
  const matter = findPageMatter(shown.map((text) => ({ text })));
  const dropped = new Set<number>();
  filled.forEach((index, at) => {
    const kind = chrome[at] === true ? 'furniture' : matter[at] === null ? null : 'print-line';
    if (kind === null) return;
    dropped.add(index);
    repairs.note(kind, texts[index] ?? '');
  });
  return paragraphs.filter((_, index) => !dropped.has(index));
}
