import { betweenPlaces, lifeOf } from '../../shared/commitments';
import { statedOf, type PlaceStated } from '../../shared/compare';
import { extractObservations, withCorrections } from '../../shared/figures';
import { parseReport } from '../../shared/parse';
import type { CatalogEntry, Observation, Report } from '../../shared/report';
import { passagesOf } from '../../shared/search';
import type { Methods } from '../rpc';
import { subjectOf, type Relations, type ReportFacts } from './facts';
import { readFacts, readRelations, readStated, seal, type KeptContext } from './kept';
import { createRecent } from './recent';
import type { Made, Member, ReportContract, StatedAnswer } from './report-protocol';
import { factsOf, relationsOf, type Read } from './study';

/** Parsed reports the worker keeps: those of a place are parsed once for opening, facts and relations. */
const PARSED = 8;

const keyOf = (entry: CatalogEntry): string => subjectOf([entry]);

/** Parses; what the catalog knows of a report goes before what its text says. */
const parse = ({ id, place, year, genre, title }: CatalogEntry, raw: string): Report =>
  parseReport({ id, raw }, { place, year, genre, title });

/** Makes the value to be kept, where the rules have a name. */
const sealed = async <Value extends ReportFacts | Relations | PlaceStated>(
  value: Value,
  context: KeptContext | null,
): Promise<Made<Value>> => ({ value, made: context && (await seal(value, context)) });

/** What was kept of a place, less all that was not asked for. */
const answerOf = ({ indicators }: PlaceStated, indicator: string): StatedAnswer => ({
  rows: indicators[indicator] ?? [],
  indicators: Object.entries(indicators).map(([name, rows]) => [
    name,
    new Set(rows.map((row) => row[8])).size,
  ]),
});

/**
 * Gives what the worker that reads reports does, apart from being a worker. `rules` names the program's rules: a value kept
 * by any other build is made again; null where the build has no such name, and nothing is kept.
 */
export const createReportService = (rules: string | null): Methods<ReportContract> => {
  const parsed = createRecent<Report>(PARSED);
  const extracted = createRecent<readonly Observation[]>(PARSED);

  const reportOf = ({ entry, raw }: Member): Report | null =>
    parsed.get(keyOf(entry)) ?? (raw === null ? null : parsed.put(keyOf(entry), parse(entry, raw)));

  const read = (member: Member): Read | null => {
    const report = reportOf(member);
    if (!report) return null;
    const key = keyOf(member.entry);
    const observations =
      extracted.get(key) ?? extracted.put(key, withCorrections(report, extractObservations(report)));
    return { report, observations };
  };
  /** All of them read, or null where the text of one is wanting. */
  const readAll = (members: readonly Member[]): readonly Read[] | null => {
    const all = members.map(read);
    return all.includes(null) ? null : all.filter((one) => one !== null);
  };
  const contextOf = (entries: readonly CatalogEntry[]): KeptContext | null =>
    rules === null ? null : { rules, subject: subjectOf(entries) };

  return {
    open: ({ entry, raw }) => parsed.get(keyOf(entry)) ?? parsed.put(keyOf(entry), parse(entry, raw)),
    // Not put among the parsed: whoever indexes a library reads each report once.
    passages: ({ entry, raw }) => passagesOf(parsed.get(keyOf(entry)) ?? parse(entry, raw)),
    facts: async ({ member, kept }) => {
      const context = contextOf([member.entry]);
      const known = context && kept ? await readFacts(kept, member.entry.id, context) : null;
      if (known) {
        extracted.put(keyOf(member.entry), known.observations);
        return { value: known, made: null };
      }
      const own = read(member);
      return own && sealed(factsOf(own), context);
    },
    stated: async ({ indicator, members, kept }) => {
      const entries = members.map(({ entry }) => entry);
      const context = contextOf(entries);
      const known = context && kept ? await readStated(kept, context) : null;
      if (known) return { value: answerOf(known, indicator), made: null };
      const volumes = readAll(members);
      if (!volumes) return null;
      const { value, made } = await sealed(
        statedOf(
          entries[0]?.place ?? '',
          volumes.map(({ observations }) => observations),
        ),
        context,
      );
      return { value: answerOf(value, indicator), made };
    },
    life: ({ name, members }) => {
      const all = readAll(members);
      return all && lifeOf(name, all);
    },
    levels: ({ from, to }) => {
      const [own, other] = [readAll(from), readAll(to)];
      return own && other && betweenPlaces(own, other);
    },
    relate: async ({ members, kept }) => {
      const entries = members.map(({ entry }) => entry);
      const context = contextOf(entries);
      const known = context && kept ? await readRelations(kept, context) : null;
      if (known) return { value: known, made: null };
      const volumes = readAll(members);
      return volumes && sealed(relationsOf(volumes, entries), context);
    },
  };
};
