import type { TextLikeness } from '../../../shared/import';
import { OWN_ID, type ReadReport } from '../../../shared/library';
import { shortName, type CatalogEntry } from '../../../shared/report';
import type { ImportOptions, ItemList } from './import';
import { isRead, type ReadItem, type Twin } from './item';

/** What a text is beside those that are there: the same as one, a version of one, or new. */
export type Standing =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'new'; readonly twin: Twin | null };

/** A report of the same place and year, and the way to its text. */
interface Candidate extends Omit<Twin, 'likeness'> {
  readonly text: () => Promise<string | null>;
}

const onShelf = ({ entries, textOf }: ImportOptions, isAlike: (entry: CatalogEntry) => boolean) =>
  entries()
    .filter(isAlike)
    .map((entry): Candidate => ({
      id: entry.id,
      where: OWN_ID.test(entry.id) ? 'own' : 'bundled',
      name: shortName(entry),
      format: null,
      text: async () => {
        const text = await textOf(entry);
        return text.ok ? text.value : null;
      },
    }));

const inList = (list: ItemList, key: string, isAlike: (facts: ReadItem['facts']) => boolean) =>
  list.items().flatMap((item): readonly Candidate[] => {
    if (!isRead(item) || item.key === key || !isAlike(item.facts)) return [];
    const { raw, origin } = item.reading.imported;
    const text = (): Promise<string> => Promise.resolve(raw);
    return [{ id: item.key, where: 'list', name: item.name, format: origin.format, text }];
  });

/** Holds a reading against the reports of its place and year: in another wrapping it is the same, in another version near. */
export const standingOf = async (
  options: ImportOptions,
  list: ItemList,
  key: string,
  { reading: { imported }, facts }: { readonly reading: ReadReport; readonly facts: ReadItem['facts'] },
): Promise<Standing> => {
  const isAlike = ({ place, year }: { readonly place: string | null; readonly year: number | null }) =>
    place !== null && place === facts.place && year === facts.year;
  let twin: Twin | null = null;
  for (const candidate of [...onShelf(options, isAlike), ...inList(list, key, isAlike)]) {
    const text = await candidate.text();
    const likeness: TextLikeness | null =
      text === null ? null : await options.reader.compare(imported.raw, text);
    if (likeness?.kind === 'same')
      return candidate.where === 'list'
        ? { kind: 'twice', name: candidate.name }
        : { kind: 'known', id: candidate.id };
    const { id, where, name, format } = candidate;
    if (likeness?.kind === 'near') twin ??= { id, where, name, format, likeness };
  }
  return { kind: 'new', twin };
};
