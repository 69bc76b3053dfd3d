import type { Annotation } from '../report';
import { ENTITIES } from '../text';
import { UNDESCRIBED, type DescribeReport } from './describe';
import { beijingMinute } from './beijing-time';
import { listNotes, noteFacts, type ListedNote, type ListedPassage } from './listing';

/** Any character `escapeMarkdown` looks at; most words of a report have none. */
const MARKED = /[\\`*_{}[\]()#+\-!|~&<>@:wW\n\r\v\f\u0085\u2028\u2029]|^\s*\d+\./;

/** Whatever some program takes for the end of a line, which would end a heading or a quotation. */
const LINE_END = /\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g;

/** Words of a report, or of a tag: every character that Markdown or HTML could read as a mark is escaped. */
const escapeMarkdown = (text: string): string =>
  MARKED.test(text)
    ? text
        .replace(/[\\`*_{}[\]()#+\-!|~&<>]/g, (mark) => ENTITIES[mark] ?? `\\${mark}`)
        .replace(/^(\s*\d+)\./gm, '$1\\.')
        // What would become a link by itself, with the escapes in its address.
        .replace(/:(?=\/\/)|(?<=www)\.|@/gi, '\\$&')
        .replace(LINE_END, ' ')
    : text;

/**
 * A note's own Markdown, kept but for what could act on the person who opens the file: HTML, pictures fetched from
 * elsewhere, and links that are no web address. Such words stay readable, as words. Headings are one level of text,
 * so that a note cannot pose as a chapter of the file.
 */
export const harmlessMarkdown = (text: string): string => (!/[<[\]#=-]/.test(text) ? text : disarmed(text));

const disarmed = (text: string): string =>
  text
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/!\[/g, '!\\[')
    .replace(/\](?=[([])(?!\(\s*https?:\/\/)/gi, ']\\')
    .replace(/^([ \t>]*)\[(?=[^\]\n]*\]:)/gm, '$1\\[')
    .replace(/^([ \t>]*)(#{1,6}(?:[ \t]|$))/gm, '$1\\$2')
    .replace(/^([ \t>]*)([=-]{2,}[ \t]*)$/gm, '$1\\$2');

function writePassage(lines: string[], shown: ListedPassage, withReport: boolean): void {
  const { before, quote, after, report, section } = shown;
  lines.push(`> ${escapeMarkdown(before)}**${escapeMarkdown(quote)}**${escapeMarkdown(after)}`);
  const place = withReport && section ? `${report} › ${section}` : withReport ? report : section;
  if (place) lines.push('>', `> —— ${escapeMarkdown(place)}`);
  lines.push('');
}

function markdownOf(note: ListedNote): string {
  const lines: string[] = [];
  for (const shown of note.here) writePassage(lines, shown, false);
  if (note.first) {
    if (note.elsewhere.length > 0) lines.push('也连到：', '');
    for (const shown of note.elsewhere) writePassage(lines, shown, true);
    const { text } = note.annotation.body;
    if (text) lines.push(harmlessMarkdown(text), '');
    lines.push(noteFacts(note, `${beijingMinute(note.annotation.modified)}（北京时间）`, escapeMarkdown));
  } else lines.push(`（这条批注写在“${escapeMarkdown(note.elsewhere[0]?.report ?? '')}”下）`);
  lines.push('', '---', '');
  return lines.join('\n');
}

/**
 * Notes as Markdown for people, piece by piece, a piece a note: grouped by report, each with its full sentence, the
 * quote in bold, the section, and the note's own words, colour, tags and time. Nothing in it runs or fetches
 * when the file is opened. Without `describe` reports are called by their ids and sections are left out.
 */
export function* markdownPieces(
  annotations: readonly Annotation[],
  describe: DescribeReport = UNDESCRIBED,
): Generator<string, void> {
  yield `# 批注\n\n共 ${annotations.length} 条。\n`;
  for (const { name, title, notes } of listNotes(annotations, describe)) {
    yield `\n## ${escapeMarkdown(name)}\n${title ? `\n${escapeMarkdown(title)}\n` : ''}`;
    for (const note of notes) yield `\n${markdownOf(note)}`;
  }
}

/** Notes as Markdown, the whole text of a `.md` file. */
export const toMarkdown = (annotations: readonly Annotation[], describe?: DescribeReport): string =>
  [...markdownPieces(annotations, describe)].join('');
