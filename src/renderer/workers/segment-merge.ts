import { joinSegments } from '../../shared/search';
import { FULL, grouped, onlyReports, sizeOf, type Part } from './segment-part';

/** So many segments that are not half full are searched beside the full ones before they are made one. */
const MOST_SMALL = 4;

/** Tells of a report's version in a segment that nobody wants it any more. */
export type IsOld = (report: string, version: string) => boolean;

const hasOld = ({ versions }: Part, isOld: IsOld): boolean =>
  [...versions].some(([id, version]) => isOld(id, version));

/** Gives the parts that have to be written: those not kept, those that hold what is old, and small ones where they are many. */
const looseOf = (parts: readonly Part[], isOld: IsOld): ReadonlySet<Part> => {
  const small = parts.filter((part) => sizeOf(part) < FULL / 2);
  return new Set([
    ...(small.length > MOST_SMALL ? small : []),
    ...parts.filter((part) => part.id === null || hasOld(part, isOld)),
  ]);
};

/** Makes one part of several, without what is old and with each report once; null where nothing is left. */
const mergeParts = (group: readonly Part[], isOld: IsOld): Part | null => {
  const taken = new Map<string, string>();
  const segments = group.flatMap(({ segment, versions }) => {
    const fresh = [...versions].filter(([id, version]) => !isOld(id, version) && !taken.has(id));
    for (const [id, version] of fresh) taken.set(id, version);
    return onlyReports(segment, new Set(fresh.map(([id]) => id))) ?? [];
  });
  const segment = segments.length > 1 ? joinSegments(segments) : (segments[0] ?? null);
  return segment === null ? null : { id: null, segment, versions: taken };
};

/** Gives the parts that may stay, those that go, and what stands in their place. */
export const tidyParts = (parts: readonly Part[], isOld: IsOld) => {
  const loose = looseOf(parts, isOld);
  return {
    stay: parts.filter((part) => !loose.has(part)),
    gone: [...loose],
    made: grouped([...loose], sizeOf).flatMap((group) => mergeParts(group, isOld) ?? []),
  };
};
