import { createTarget, resolveTarget, UNSURE_SENTENCES, type AnchoredText } from '../../anchor';
import type { AnnotationTarget, Range, TextQuote } from '../../report';
import { read, misplace, shown, type Reading } from './reading';

/** A report that quotes can be found in. */
export interface ShelvedText {
  readonly text: AnchoredText;
  /** How the interface calls it. */
  readonly name: string;
  /** Hex SHA-256 of its raw text. */
  readonly sha256: string;
}

interface Found {
  readonly shelved: ShelvedText;
  readonly range: Range;
}

const asTarget = ({ id }: AnchoredText, quote: TextQuote): AnnotationTarget => ({
  report: id,
  source: '',
  position: { start: 0, end: 0 },
  quote,
  sentence: { text: '', start: 0 },
});

/**
 * Finds a quote from elsewhere in the reports on the shelf (or in the one it names) and makes it a passage of ours.
 * Only a quote whose place is certain is taken; otherwise the answer says why not.
 */
export function anchorQuote(
  quote: TextQuote,
  report: string | null,
  shelf: readonly ShelvedText[],
): Reading<AnnotationTarget> {
  const searched = report === null ? shelf : shelf.filter(({ text }) => text.id === report);
  if (searched.length === 0)
    return misplace(report === null ? '书架上还没有能打开的报告' : `报告“${report}”不在书架上`);
  const found: Found[] = [];
  const reasons: string[] = [];
  for (const shelved of searched) {
    const place = resolveTarget(shelved.text, asTarget(shelved.text, quote));
    if (place.state !== 'unsure') found.push({ shelved, range: place.range });
    else if (place.reason !== 'gone') reasons.push(`“${shelved.name}”：${UNSURE_SENTENCES[place.reason]}`);
  }
  return settle(found, reasons, quote);
}

function settle(
  found: readonly Found[],
  reasons: readonly string[],
  { exact }: TextQuote,
): Reading<AnnotationTarget> {
  const [only, another] = found;
  if (only && another)
    return misplace(
      `引文“${shown(exact)}”在${found.map(({ shelved }) => `“${shelved.name}”`).join('')}里都有，不知道指哪一篇`,
    );
  if (only) return read(createTarget(only.shelved.text, only.range, only.shelved.sha256));
  return misplace(
    `引文“${shown(exact)}”${reasons.length > 0 ? `放不准。${reasons.join('；')}` : '在书架上的报告里找不到'}`,
  );
}
