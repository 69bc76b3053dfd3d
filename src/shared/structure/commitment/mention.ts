import type { Observation, Range, Report } from '../../report';
import { splitVerb } from '../name/subject';

/** Shorter words stand in too many sentences to show that one speaks of the target. */
const LEAST = 4;
/** A number this close after the word is a value, and then it is not for want of one that the match failed. */
const NEAR = 12;
const REVIEW = new Set(['review', 'five-year', 'front']);

/** The sentence of a review that names the thing aimed at without a number for it; null where there is none. */
export function mentionOf(report: Report, target: Observation): Range | null {
  const noun = splitVerb(target.name).noun.replace(/^.*[、和与及]/, '');
  if (noun.length < LEAST) return null;
  for (let at = report.clean.indexOf(noun); at >= 0; at = report.clean.indexOf(noun, at + 1)) {
    const after = report.clean.slice(at + noun.length, at + noun.length + NEAR).split(/[。；\n]/)[0] ?? '';
    if (/[\d０-９]/.test(after)) continue;
    const sentence = sentenceAt(report, at);
    if (
      sentence &&
      REVIEW.has(report.sections[report.paragraphs[sentence.paragraph]?.section ?? -1]?.role ?? '')
    )
      return sentence.range;
  }
  return null;
}

function sentenceAt({ sentences }: Report, at: number): Report['sentences'][number] | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.range.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && found.range.start <= at ? found : undefined;
}
