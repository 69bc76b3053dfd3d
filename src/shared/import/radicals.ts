import { IDEOGRAPH_OF } from '../text/variants';
import type { RepairList } from './repairs';

const RADICAL = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g;

/** Radicals whose unified ideograph is not the form that texts of today have: a PDF holds ⼾ where 户 was typed. */
const MODERN: Readonly<Record<string, string>> = { '⼾': '户', '⾭': '青', '⺕': '彐' };

/**
 * Puts the ideograph for each CJK radical, one for one, so that lengths stay; each mapping is listed. Printing to PDF
 * from a browser gives radicals for common words.
 */
export function mapRadicals(text: string, repairs: RepairList): string {
  return text.replace(RADICAL, (radical) => {
    const mapped = MODERN[radical] ?? IDEOGRAPH_OF.get(radical) ?? radical.normalize('NFKC');
    if (mapped !== radical) repairs.note('radical', `${radical}→${mapped}`);
    return mapped;
  });
}
