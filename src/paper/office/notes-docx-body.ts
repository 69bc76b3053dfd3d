import {
  listNotes,
  noteBlocks,
  noteFacts,
  type DescribeReport,
  type ListedNote,
  type ListedPassage,
  type NoteBlock,
  type NoteGroup,
  type NoteRun,
} from '../../shared/exchange';
import type { Annotation } from '../../shared/report';
import { ENTITIES } from '../../shared/text';
import type { NoteStyle } from './notes-docx-styles';

/** XML 1.0 has no place for control characters and half characters; a Word file with one does not open. */
const XML_FOREIGN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Any character that cannot stand in XML as it is; most words have none. */
const SPECIAL = /[&<>\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

const escaped = (text: string): string =>
  text.replace(XML_FOREIGN, '\uFFFD').replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark);

const BREAK = '</w:t><w:br/><w:t xml:space="preserve">';

/** Words of one look; Word takes a line break only as an element. `look` is the inside of `w:rPr`. */
const run = (text: string, look = ''): string => {
  if (text === '') return '';
  const words = SPECIAL.test(text) ? escaped(text).replace(/\r\n|\n|\r/g, BREAK) : text;
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
};

const BOLD = '<w:b/><w:bCs/>';

/** The schema of WordprocessingML wants the parts of a look in this order. */
const lookOf = ({ strong, emphasis, deleted, code, href }: NoteRun): string =>
  (code ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>' : '') +
  (strong ? BOLD : '') +
  (emphasis ? '<w:i/><w:iCs/>' : '') +
  (deleted ? '<w:strike/>' : '') +
  (href === undefined ? '' : '<w:u w:val="single"/>');

/** Where a link ends its address follows: on paper there is nothing to click. */
const addressAfter = ({ href, text }: NoteRun, next: NoteRun | undefined): string =>
  href === undefined || href === next?.href || href === text ? '' : run(`（${href}）`);

const runs = (list: readonly NoteRun[]): string =>
  list.map((each, at) => run(each.text, lookOf(each)) + addressAfter(each, list[at + 1])).join('');

const paragraph = (style: NoteStyle | 'Title' | 'Heading1', inner: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`;

/** The sentence with the quote in bold, and under it where it stands. */
const passageOf = (shown: ListedPassage, withReport: boolean): string => {
  const place = [withReport ? shown.report : '', shown.section].filter(Boolean).join(' › ');
  const sentence = paragraph('Passage', run(shown.before) + run(shown.quote, BOLD) + run(shown.after));
  return place ? sentence + paragraph('Place', run(place)) : sentence;
};

const blockOf = (block: NoteBlock): string => {
  switch (block.kind) {
    case 'code':
      return paragraph('Code', run(block.text));
    case 'item': {
      const indent = block.depth > 1 ? `<w:ind w:left="${360 * block.depth}" w:hanging="240"/>` : '';
      return paragraph('Item', run(`${block.marker} `) + runs(block.runs), indent);
    }
    case 'heading':
      return paragraph('Words', runs(block.runs.map((each) => ({ ...each, strong: true }))));
    case 'quote':
      return paragraph('Quoted', runs(block.runs));
    case 'paragraph':
      return paragraph('Words', runs(block.runs));
  }
};

function noteOf(note: ListedNote): string {
  const here = note.here.map((shown) => passageOf(shown, false)).join('');
  if (!note.first)
    return here + paragraph('Facts', run(`这条批注写在“${note.elsewhere[0]?.report ?? ''}”下`));
  const elsewhere = note.elsewhere.map((shown) => passageOf(shown, true)).join('');
  return (
    here +
    (elsewhere && paragraph('Caption', run('也连到')) + elsewhere) +
    noteBlocks(note.annotation.body.text).map(blockOf).join('') +
    paragraph('Facts', run(noteFacts(note, note.annotation.modified.slice(0, 10))))
  );
}

const headOf = ({ name, title }: NoteGroup): string =>
  paragraph('Heading1', run(name)) + (title && paragraph('Caption', run(title)));

/**
 * The paragraphs of the document as WordprocessingML, a piece a note; `tell` hears how many notes are done. Text, not
 * objects of a library: ten thousand notes are half a million of those, and took most of the time.
 */
export function* bodyPieces(
  annotations: readonly Annotation[],
  describe: DescribeReport,
  tell: (done: number) => void,
): Generator<string, void> {
  let done = 0;
  yield paragraph('Title', run('批注')) + paragraph('Caption', run(`共 ${annotations.length} 条`));
  for (const group of listNotes(annotations, describe)) {
    yield headOf(group);
    for (const note of group.notes) {
      yield noteOf(note);
      if (note.first) tell((done += 1));
    }
  }
}
