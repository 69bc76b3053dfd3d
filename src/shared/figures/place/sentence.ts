import { placeOf, placeAbove } from './place';
import { HOLDS, signatureOf } from '../signature';
import { PLACES } from './rules';

/** One number's clause, and whether it goes on about the number before it. */
interface Placed {
  readonly clause: { readonly start: number; readonly end: number };
  readonly follows: boolean;
}

/**
 * The place of each statement of a sentence. 中心城区 holds from the clause that names it to the end of the sentence or
 * to 全市; other places hold in their own clause, and for numbers that go on about one of it.
 */
export function placesOf(text: string, statements: readonly Placed[], home: string): readonly string[] {
  let lasting = home;
  let place = home;
  let seen = 0;
  return statements.map(({ clause, follows }, index) => {
    if (index > 0 && clause.start <= seen) return place;
    const found = newest(text.slice(index === 0 ? 0 : seen, clause.end), home);
    const goesOn = follows || /^[、,]?占/.test(text.slice(clause.start, clause.end));
    const kept = goesOn && found === null ? place : lasting;
    seen = clause.end;
    place = found ?? kept;
    if (found !== null && (PLACES.lasting.test(found) || found === home)) lasting = found;
    return place;
  });
}

/** The last place that a clause of the stretch begins with. */
function newest(stretch: string, home: string): string | null {
  if (!(signatureOf(stretch) & HOLDS.place)) return null;
  let found: string | null = null;
  for (const clause of stretch.split(/[,;。:]/)) {
    if (!(signatureOf(clause) & HOLDS.place)) continue;
    if (isHome(clause, home)) found = home;
    else found = placeOf(clause) ?? placeAbove(clause, home) ?? found;
  }
  return found;
}

/** Tells whether a clause says that it is of the reporting place itself (我市, 全县). */
const isHome = (clause: string, home: string): boolean => {
  const level = PLACES.home.exec(clause)?.[1];
  return level !== undefined && home.endsWith(level);
};
