import type { Fault, Result } from '../../../shared/fault';
import { withDoubts } from '../../../shared/figures';
import type { CatalogEntry } from '../../../shared/report';
import type { Relations, ReportFacts, Source } from '../../library';
import type { Library } from './shelf';

interface PlacesOptions {
  readonly source: Pick<Source, 'facts' | 'relate'>;
  readonly state: () => Library;
  readonly onDamaged: (entry: CatalogEntry, fault: Fault) => void;
  readonly onStudied: (studied: Partial<Library>) => void;
}

/** Facts that come within so many milliseconds are shown together. */
const TOGETHER = 40;

type FactsMap = ReadonlyMap<string, ReportFacts>;

const relationsBy = (
  relations: ReadonlyMap<string, Relations>,
): Pick<Library, 'relations' | 'series' | 'commitments' | 'pledges' | 'doubts'> => {
  const all = [...relations.values()];
  return {
    relations,
    series: all.flatMap(({ series }) => series).sort((a, b) => b.points.length - a.points.length),
    commitments: all.flatMap(({ commitments }) => commitments),
    pledges: all.flatMap(({ pledges }) => pledges),
    doubts: all.flatMap(({ doubts }) => doubts),
  };
};

const doubted = (facts: ReportFacts, { doubts }: Relations): ReportFacts => {
  const own = new Set(facts.observations.map(({ id }) => id));
  return doubts.some(({ observation }) => own.has(observation))
    ? { ...facts, observations: withDoubts(facts.observations, doubts) }
    : facts;
};

/** Finds out about reports place by place: their facts, then what shows when they are held against each other. */
export const createPlaces = ({ source, state, onDamaged, onStudied }: PlacesOptions) => {
  const studies = new Map<string, Promise<void>>();

  const entriesOf = (place: string): readonly CatalogEntry[] =>
    state()
      .shelf.map(({ entry }) => entry)
      .filter((entry) => entry.place === place);

  const fresh = new Map<string, ReportFacts>();
  const show = (): void => {
    if (fresh.size === 0) return;
    onStudied({ facts: new Map([...state().facts, ...fresh]) });
    fresh.clear();
  };
  /** Kept facts come in a burst: a shelf of thousands is not drawn anew for each of them. */
  const add = (id: string, facts: ReportFacts): void => {
    if (fresh.size === 0) setTimeout(show, TOGETHER);
    fresh.set(id, facts);
  };

  const factsFor = async (entry: CatalogEntry): Promise<readonly [CatalogEntry, Result<ReportFacts>]> => {
    const known = state().facts.get(entry.id) ?? fresh.get(entry.id);
    if (known) return [entry, { ok: true, value: known }];
    const facts = await source.facts(entry);
    if (!facts.ok) onDamaged(entry, facts.fault);
    else add(entry.id, facts.value);
    return [entry, facts];
  };

  const relate = async (place: string, entries: readonly CatalogEntry[]): Promise<void> => {
    const related =
      entries.length > 0 ? await source.relate(entries) : ({ ok: true, value: NOTHING } as const);
    if (!related.ok) return onStudied({ fault: related.fault });
    show();
    const order = state().shelf.map(({ entry }) => entry.place);
    const relations = new Map(
      [...state().relations, [place, related.value] as const].sort(
        ([a], [b]) => order.indexOf(a) - order.indexOf(b),
      ),
    );
    const facts: FactsMap = new Map(
      [...state().facts].map(([id, own]) => [
        id,
        entries.some((entry) => entry.id === id) ? doubted(own, related.value) : own,
      ]),
    );
    onStudied({ facts, ...relationsBy(relations) });
  };

  const studyPlace = async (place: string): Promise<void> => {
    const read = await Promise.all(entriesOf(place).map(factsFor));
    await relate(
      place,
      read.flatMap(([entry, facts]) => (facts.ok ? [entry] : [])),
    );
  };

  const start = (place: string): Promise<void> => {
    const running = studies.get(place) ?? studyPlace(place);
    studies.set(place, running);
    return running;
  };
  return {
    study: async (ids: readonly string[]): Promise<void> => {
      const wanted = new Set(ids);
      const places = state().shelf.flatMap(({ entry }) => (wanted.has(entry.id) ? [entry.place] : []));
      await Promise.all([...new Set(places)].map(start));
    },
    /** Studies places anew that were studied before, and those that failed. */
    again: async (places: readonly string[]): Promise<void> => {
      const failed = [...studies.keys()].filter((place) => !state().relations.has(place));
      const wanted = new Set([...places.filter((place) => studies.has(place)), ...failed]);
      for (const place of wanted) studies.delete(place);
      await Promise.all([...wanted].map(start));
    },
  };
};

const NOTHING: Relations = { series: [], commitments: [], pledges: [], doubts: [] };
