import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import {
  listNotes,
  noteBlocks,
  type DescribeReport,
  type ListedNote,
  type ListedPassage,
  type NoteBlock,
  type NoteGroup,
  type NoteRun,
} from '../../shared/exchange';
import type { Annotation } from '../../shared/report';

/** XML 1.0 has no place for control characters and half characters; a Word file with one does not open. */
const XML_FOREIGN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };

/** Lines of one run; Word takes a line break only as an element. Sizes are half points. */
const run = (text: string, look: IRunOptions = {}): readonly TextRun[] =>
  text
    .replace(XML_FOREIGN, '\uFFFD')
    .split(/\r\n|\n|\r/)
    .map((line, index) => new TextRun({ ...look, text: line, ...(index ? { break: 1 } : {}) }));

const paragraph = (runs: readonly TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 80 }, ...options, children: [...runs] });

const caption = (text: string, options: IParagraphOptions = {}): Paragraph =>
  paragraph(run(text, { size: 18, color: '524C45', font: SANS }), options);

/** The sentence with the quote in bold, and under it where it stands. */
const passageParts = (shown: ListedPassage, withReport: boolean): readonly Paragraph[] => {
  const place = [withReport ? shown.report : '', shown.section].filter(Boolean).join(' › ');
  return [
    paragraph([...run(shown.before), ...run(shown.quote, { bold: true }), ...run(shown.after)], {
      indent: { left: 240 },
      keepLines: true,
      keepNext: true,
      alignment: AlignmentType.BOTH,
    }),
    ...(place ? [caption(place, { indent: { left: 240 } })] : []),
  ];
};

const look = ({ strong, emphasis, deleted, code, href }: NoteRun): IRunOptions => ({
  font: code ? { ...SANS, ascii: 'Consolas', hAnsi: 'Consolas' } : SANS,
  ...(strong ? { bold: true } : {}),
  ...(emphasis ? { italics: true } : {}),
  ...(deleted ? { strike: true } : {}),
  ...(href === undefined ? {} : { underline: {} }),
});

const runs = (list: readonly NoteRun[]): readonly TextRun[] =>
  list.flatMap((each) => run(each.text, look(each)));

const blockParts = (block: NoteBlock): Paragraph => {
  if (block.kind === 'code')
    return paragraph(runs([{ text: block.text, code: true }]), { indent: { left: 480 } });
  if (block.kind === 'item') {
    const indent = { left: 360 * block.depth, hanging: 240 };
    return paragraph([...run(`${block.marker} `, { font: SANS }), ...runs(block.runs)], { indent });
  }
  if (block.kind === 'heading') return paragraph(runs(block.runs.map((each) => ({ ...each, strong: true }))));
  return paragraph(runs(block.runs), block.kind === 'quote' ? { indent: { left: 480 } } : {});
};

function noteParts(note: ListedNote): readonly Paragraph[] {
  const { body, modified } = note.annotation;
  const here = note.here.flatMap((shown) => passageParts(shown, false));
  if (!note.first) return [...here, caption(`这条批注写在“${note.elsewhere[0]?.report ?? ''}”下`, GAP)];
  const elsewhere = note.elsewhere.flatMap((shown) => passageParts(shown, true));
  const facts = [
    body.underline ? `${body.colour}、下划线` : body.colour,
    ...(note.verdict ? [`更正结论：${note.verdict}`] : []),
    ...(body.tags.length > 0 ? [`标签：${body.tags.join('、')}`] : []),
    modified.slice(0, 10),
  ];
  return [
    ...here,
    ...(elsewhere.length > 0 ? [caption('也连到'), ...elsewhere] : []),
    ...noteBlocks(body.text).map(blockParts),
    caption(facts.join(' · '), GAP),
  ];
}

/** A rule and room after a note. */
const GAP: IParagraphOptions = {
  spacing: { after: 240 },
  border: { bottom: { style: 'single', size: 4, color: 'DDD7CB', space: 6 } },
};

const groupParts = ({ name, title, notes }: NoteGroup): readonly Paragraph[] => [
  paragraph(run(name), { heading: HeadingLevel.HEADING_1, spacing: { before: 320, after: 120 } }),
  ...(title ? [caption(title)] : []),
  ...notes.flatMap(noteParts),
];

/** Notes as a Word document: grouped by report, each with its sentence, section, words and facts; A4. */
export function notesDocx(
  annotations: readonly Annotation[],
  describe: DescribeReport,
): Promise<ArrayBuffer> {
  const heading = { run: { font: SANS, bold: true, color: '000000', size: 30 } };
  const document = new Document({
    creator: '对读',
    title: '批注',
    styles: { default: { document: { run: { font: SERIF, size: 24 } }, heading1: heading, title: heading } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        children: [
          paragraph(run('批注'), { heading: HeadingLevel.TITLE }),
          caption(`共 ${annotations.length} 条`),
          ...listNotes(annotations, describe).flatMap(groupParts),
        ],
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
