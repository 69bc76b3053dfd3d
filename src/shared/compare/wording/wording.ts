import type { Report, Role } from '../../report';
import { readMaterial } from './material';
import { findShifts } from './shifts';
import { DEFAULT_DICTIONARY, DEFAULT_STOP_WORDS } from './stop-words';
import { compareTerms, foldCorpus } from './terms';
import type { Wording } from './trace';

export interface WordingOptions {
  /** 不看的词, instead of the default list. */
  readonly stopWords?: readonly string[];
  /** 总要看的词, instead of the default list: terms wherever they stand. */
  readonly listed?: readonly string[];
  /** Look only at sections of these roles. */
  readonly roles?: readonly Role[];
  /** Reports that are not compared; a new term names those that say it already. */
  readonly others?: readonly Report[];
}

/**
 * 新提法, 不再提 and 力度变化 of the last of the reports against those before it; give them in order of years.
 * Terms are found in the texts themselves: quotations, numerals with a measure, and runs a report repeats in
 * different surroundings. With fewer than two reports there is nothing to trace and all lists are empty.
 */
export function traceWording(reports: readonly Report[], options: WordingOptions = {}): Wording {
  const materials = reports.map((report) => readMaterial(report, options.roles));
  const { stopWords = DEFAULT_STOP_WORDS, listed = DEFAULT_DICTIONARY } = options;
  const enough = reports.length > 1;
  const { fresh, dropped, names } = enough
    ? compareTerms(foldCorpus(materials, options.others ?? []), { stopWords, listed })
    : { fresh: [], dropped: [], names: [] };
  return {
    reports: reports.map(({ id }) => id),
    characters: materials.map(({ extent }) => extent.characters),
    fresh,
    names,
    dropped,
    shifts: enough ? findShifts(reports, options.roles) : [],
  };
}
