import { useMemo, type ReactNode } from 'react';
import type { CatalogEntry } from '../../../../shared/report';
import { shortName, type Shelved } from '../../../state/library/library';
import { shelfFields, type ShelfFields } from '../shelf-fields';
import { offersOf } from './offers';
import type { PickerWords } from '../picker/offers';
import { TypedPicker } from '../picker/typed-picker';

const nameOf = ({ entry }: Shelved): string => `${shortName(entry)} ${entry.genre}`;

const WORDS: PickerWords = {
  counter: '篇',
  none: '没有这样的报告，换个地名或年份试试。',
  take: '用这篇',
  placeholder: '地名、年份、拼音首字母',
};

/** Picks a report of a large library by typing: place, year, kind, pinyin initials, the place above. */
export function ReportPicker({
  label,
  shelf,
  value,
  beside,
  onChoose,
}: {
  readonly label: string;
  readonly shelf: readonly Shelved[];
  /** The report chosen now; null where none is. */
  readonly value: string | null;
  /** What it is put beside: the likely ones are told by it. */
  readonly beside: CatalogEntry | null;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const readable = useMemo(() => shelf.filter(({ state }) => state !== 'damaged'), [shelf]);
  const find = useMemo(() => {
    let fields: ShelfFields | null = null;
    return (asked: string) =>
      offersOf((fields ??= shelfFields(readable)), beside, asked).map(({ item, reason }) => ({
        key: item.entry.id,
        name: nameOf(item),
        reason,
      }));
  }, [readable, beside]);
  const chosen = shelf.find(({ entry }) => entry.id === value);
  return (
    <TypedPicker
      label={label}
      value={chosen ? nameOf(chosen) : ''}
      find={find}
      words={WORDS}
      onChoose={onChoose}
    />
  );
}
