import type { Annotation } from '../report';
import { UNDESCRIBED, type DescribeReport } from './describe';
import { listNotes, type ListedNote, type ListedPassage, type NoteGroup } from './listing';

/** Words of a report, or of a tag: every character that Markdown or HTML could read as a mark is escaped. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+\-!|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    .replace(/\s*\n\s*/g, ' ');

/**
 * A note's own Markdown, kept but for what could act on the person who opens the file: HTML, pictures fetched from
 * elsewhere, and links that are no web address. Such words stay readable, as words. Headings are one level of text,
 * so that a note cannot pose as a chapter of the file.
 */
export const harmlessMarkdown = (text: string): string =>
  text
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/!\[/g, '!\\[')
    .replace(/\](?=[([])(?!\(\s*https?:\/\/)/gi, ']\\')
    .replace(/^([ \t>]*)\[(?=[^\]\n]*\]:)/gm, '$1\\[')
    .replace(/^([ \t>]*)(#{1,6}(?:[ \t]|$))/gm, '$1\\$2')
    .replace(/^([ \t>]*)([=-]{2,}[ \t]*)$/gm, '$1\\$2');

/** 2026-11-19T08:05:00.000Z -> 2026-11-19 08:05 (UTC), the same wherever the file is written. */
const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const quoteLines = ({ quote, before, after }: ListedPassage): readonly string[] => [
  `> ${escapeMarkdown(before)}**${escapeMarkdown(quote)}**${escapeMarkdown(after)}`,
];

const passageLines = (shown: ListedPassage, withReport: boolean): readonly string[] => {
  const place = [withReport ? shown.report : '', shown.section].filter(Boolean).join(' › ');
  return [...quoteLines(shown), ...(place ? ['>', `> —— ${escapeMarkdown(place)}`] : []), ''];
};

const factsOf = ({ annotation: { body, modified }, verdict }: ListedNote): string =>
  [
    body.underline ? `${body.colour}、下划线` : body.colour,
    ...(verdict ? [`更正结论：${verdict}`] : []),
    ...(body.tags.length > 0 ? [`标签：${body.tags.map(escapeMarkdown).join('、')}`] : []),
    `${minute(modified)} UTC`,
  ].join(' · ');

function noteLines(note: ListedNote): readonly string[] {
  const here = note.here.flatMap((shown) => passageLines(shown, false));
  if (!note.first) {
    const name = note.elsewhere[0]?.report ?? '';
    return [...here, `（这条批注写在“${escapeMarkdown(name)}”下）`, '', '---', ''];
  }
  const elsewhere = note.elsewhere.flatMap((shown) => passageLines(shown, true));
  const { text } = note.annotation.body;
  return [
    ...here,
    ...(elsewhere.length > 0 ? ['也连到：', '', ...elsewhere] : []),
    ...(text ? [harmlessMarkdown(text), ''] : []),
    factsOf(note),
    '',
    '---',
    '',
  ];
}

const groupLines = ({ name, title, notes }: NoteGroup): readonly string[] => [
  `## ${escapeMarkdown(name)}`,
  '',
  ...(title ? [escapeMarkdown(title), ''] : []),
  ...notes.flatMap(noteLines),
];

/**
 * Notes as Markdown for people, the whole text of a `.md` file: grouped by report, each with its full sentence, the
 * quote in bold, the section, and the note's own words, colour, tags and time (UTC). Nothing in it runs or fetches
 * when the file is opened. Without `describe` reports are called by their ids and sections are left out.
 */
export function toMarkdown(
  annotations: readonly Annotation[],
  describe: DescribeReport = UNDESCRIBED,
): string {
  const groups = listNotes(annotations, describe);
  const head = ['# 批注', '', `共 ${annotations.length} 条。`, ''];
  return [...head, ...groups.flatMap(groupLines)].join('\n');
}
