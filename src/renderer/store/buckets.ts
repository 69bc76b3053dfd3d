/** The part of the Storage Buckets API that is used; TypeScript does not know it yet. */
interface StorageBuckets {
  open(name: string, options: { readonly durability: 'strict' }): Promise<{ readonly indexedDB: IDBFactory }>;
}

/** So many stores beside the first; that this one is damaged too is not to be expected. */
export const BUCKETS = 3;

const bucketsOf = (): StorageBuckets | null =>
  typeof navigator === 'object' && 'storageBuckets' in navigator
    ? (navigator.storageBuckets as StorageBuckets)
    : null;

/**
 * Databases of this page in a store of their own beside the usual one: a browser that cannot open that one any more
 * opens none of its databases, under whatever name. Null where the browser has no such thing.
 */
export async function databasesBeside(serial: number): Promise<IDBFactory | null> {
  try {
    const bucket = await bucketsOf()?.open(`duidu-${serial}`, { durability: 'strict' });
    return bucket?.indexedDB ?? null;
  } catch {
    return null;
  }
}
