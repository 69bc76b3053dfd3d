import type { Observation, Paragraph, Report, Section } from '../report';
import { markDuplicates } from './dedupe/dedupe';
import { openingsOf } from './number/openings';
import { turnedBy, turningSettings } from './period/turn';
import { readSentence } from './sentence';
import { settleTiles, type ParagraphObservation } from './tile/detached';
import { notesStart } from './token/notes';

/** Paragraphs that say who, when and what, and no figures. */
const SILENT: ReadonlySet<Paragraph['kind']> = new Set<Paragraph['kind']>(['title', 'byline']);

/** Reads every quantity a report states, in reading order; repeated statements point at the one they repeat. */
export function extractObservations(report: Report): readonly Observation[] {
  const settingOf = turningSettings(report);
  const hasOpening = openingsOf(report.clean);
  const notes = notesStart(report);
  const placed: ParagraphObservation[] = [];
  for (const paragraph of report.paragraphs) {
    if (paragraph.index >= notes) break;
    const section = report.sections[paragraph.section];
    let setting = settingOf(paragraph);
    if (!speaks(paragraph, section, report.clean) || !hasOpening(paragraph.range.start, paragraph.range.end))
      continue;
    for (let index = paragraph.sentences.start; index < paragraph.sentences.end; index++) {
      const sentence = report.sentences[index];
      if (!sentence) continue;
      setting = turnedBy(report, sentence, setting);
      if (!hasOpening(sentence.range.start, sentence.range.end)) continue;
      const scene = { report, section, paragraph, setting };
      for (const observation of readSentence(scene, sentence)) placed.push({ observation, paragraph });
    }
  }
  const tiles = placed
    .filter(({ paragraph }) => paragraph.kind === 'tile')
    .map(({ observation }) => observation.id);
  return markDuplicates(settleTiles(placed), new Set(tiles));
}

/** A heading has no full stop; one that has is a short sentence. */
const speaks = ({ kind, range }: Paragraph, section: Section | undefined, clean: string): boolean =>
  !SILENT.has(kind) &&
  section?.role !== 'credits' &&
  (kind !== 'heading' || section?.runIn === true || clean.charAt(range.end - 1) === '。');
