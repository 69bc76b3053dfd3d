import type { Query } from './query';

/** Words that stand for “any of these” in prose, inside one term. */
const EITHER = /^([^、或]+)(?:、|或者?)([^、或]+)$/;

/** Says, where nothing was found, how what was typed is asked for: Chinese sentences for the reader. */
export function hintsFor({ all }: Query, matches: number): readonly string[] {
  if (matches > 0) return [];
  return all.flatMap((group) =>
    group.flatMap(({ source, quoted }) => {
      const [, one, other] = (!quoted && EITHER.exec(source)) || [];
      return one && other ? [`“${source}”是按原样找的；要找其中任何一个，请写 ${one}|${other}。`] : [];
    }),
  );
}
