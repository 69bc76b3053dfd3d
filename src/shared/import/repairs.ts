import type { Repair, RepairKind } from './imported-file';

/** Most different texts of one kind that are listed one by one; the count goes on. */
const MOST_TEXTS = 400;

/** Collects repairs while a file is read; the only mutable state of an import. */
export class RepairList {
  private readonly kinds = new Map<RepairKind, { count: number; texts: Set<string> }>();

  note(kind: RepairKind, text: string, count = 1): void {
    const entry = this.kinds.get(kind) ?? { count: 0, texts: new Set<string>() };
    entry.count += count;
    if (entry.texts.size < MOST_TEXTS) entry.texts.add(text.replace(/\s+/g, ' ').trim());
    this.kinds.set(kind, entry);
  }

  get list(): readonly Repair[] {
    return [...this.kinds].map(([kind, { count, texts }]) => ({ kind, count, texts: [...texts] }));
  }
}
