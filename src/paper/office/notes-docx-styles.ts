import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' };
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', cs: 'Arial' };

/** Looks of a paragraph by the ids the document uses; Word lists them by their Chinese names. */
export type NoteStyle = 'Passage' | 'Place' | 'Caption' | 'Facts' | 'Words' | 'Quoted' | 'Code' | 'Item';

const GREY = { size: 18, color: '524C45', font: SANS };
const AFTER = { after: 80 };

/** Sizes are half points, lengths twentieths of a point. */
const PARAGRAPHS: Readonly<Record<NoteStyle, Omit<IParagraphStyleOptions, 'id'>>> = {
  Passage: {
    name: '批注引文',
    paragraph: {
      spacing: AFTER,
      indent: { left: 240 },
      keepLines: true,
      keepNext: true,
      alignment: AlignmentType.BOTH,
    },
  },
  Place: { name: '批注出处', run: GREY, paragraph: { spacing: AFTER, indent: { left: 240 } } },
  Caption: { name: '批注说明', run: GREY, paragraph: { spacing: AFTER } },
  // A rule and room after a note.
  Facts: {
    name: '批注标签',
    run: GREY,
    paragraph: {
      spacing: { after: 240 },
      border: { bottom: { style: 'single', size: 4, color: 'DDD7CB', space: 6 } },
    },
  },
  Words: { name: '批注正文', run: { font: SANS }, paragraph: { spacing: AFTER } },
  Quoted: { name: '批注引用', run: { font: SANS }, paragraph: { spacing: AFTER, indent: { left: 480 } } },
  Code: {
    name: '批注代码',
    run: { font: { ...SANS, ascii: 'Consolas', hAnsi: 'Consolas' } },
    paragraph: { spacing: AFTER, indent: { left: 480 } },
  },
  Item: {
    name: '批注列表',
    run: { font: SANS },
    paragraph: { spacing: AFTER, indent: { left: 360, hanging: 240 } },
  },
};

const HEADING = { run: { font: SANS, bold: true, color: '000000', size: 30 } };

/** All looks of the notes' Word document, said once: a paragraph only names its own. */
export const NOTE_STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SERIF, size: 24 } },
    title: { ...HEADING, paragraph: { spacing: AFTER } },
    heading1: { ...HEADING, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
  },
  paragraphStyles: Object.entries(PARAGRAPHS).map(([id, style]) => ({
    id,
    basedOn: 'Normal',
    quickFormat: true,
    ...style,
  })),
};
