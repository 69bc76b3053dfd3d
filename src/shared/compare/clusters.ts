import type { Side, Unit } from './unit';
import type { Span, UnitRun } from './runs';
import { mayShareOf, type MayShare, type Pairing } from './through';

/** A pairing of two of several reports: what a row of their own comparison holds. */
export interface RunBetween {
  readonly left: number;
  readonly right: number;
  readonly run: UnitRun;
}

/** What several reports say of one matter: for each report its spans, in reading order; none is a gap. */
export interface Cluster {
  readonly spans: readonly (readonly Span[])[];
  /** The pairings that made it. */
  readonly runs: readonly RunBetween[];
}

/** A report that says a matter in more places than these says several matters. */
const MOST_PLACES = 3;

/** A pairing with both its sides. */
interface Edge extends RunBetween {
  readonly from: Span;
  readonly to: Span;
  readonly equal: boolean;
}

/**
 * Joins the pairings of any two of several reports, so that each two stand beside each other as in their own comparison.
 * The surest join first; a pairing that would string different matters together is left out, unless its words are the same.
 */
export function joinPairings(sides: readonly Side[], pairings: readonly Pairing[]): readonly Cluster[] {
  const sets = new UnitSets(sides, mayShareOf(pairings));
  const runs = pairings.flatMap(({ left, right, runs }) => runs.map((run) => ({ left, right, run })));
  for (const edge of edgesOf(sides, runs)) sets.join(edge);
  sets.fill();
  return sets.clusters();
}

function edgesOf(sides: readonly Side[], pairings: readonly RunBetween[]): readonly Edge[] {
  const edges = pairings.flatMap((pairing): readonly Edge[] => {
    const { core, likeness } = pairing.run;
    if (!core) return [];
    const { left: from, right: to } = core;
    const equal = likeness >= 1 && keyOf(sides[pairing.left], from) === keyOf(sides[pairing.right], to);
    return [{ ...pairing, from, to, equal }];
  });
  return edges.toSorted(
    (a, b) => Number(b.equal) - Number(a.equal) || b.run.likeness - a.run.likeness || a.left - b.left,
  );
}

const keyOf = (side: Side | undefined, { first, end }: Span): string =>
  (side?.units.slice(first, end) ?? []).map(({ key }) => key).join('');

interface Draft {
  readonly spans: (readonly Span[])[];
  readonly runs: RunBetween[];
}

/** Disjoint sets of units of several reports, each with its spans. */
class UnitSets {
  private readonly drafts: (Draft | null)[] = [];
  /** For each unit of each report its set. */
  private readonly setOf: Int32Array[];

  constructor(
    private readonly sides: readonly Side[],
    private readonly mayShare: MayShare,
  ) {
    this.setOf = sides.map(({ units }) => new Int32Array(units.length).fill(-1));
  }

  join(edge: Edge): void {
    const held = new Set([...this.heldIn(edge.left, edge.from), ...this.heldIn(edge.right, edge.to)]);
    const parts = [...held].flatMap((set) => this.drafts[set] ?? []);
    const spans = this.sides.map(({ units }, report) =>
      joinSpans(units, [
        ...parts.flatMap((part) => part.spans[report] ?? []),
        ...(report === edge.left ? [edge.from] : []),
        ...(report === edge.right ? [edge.to] : []),
      ]),
    );
    if (!edge.equal && !this.fits(spans)) return;
    for (const set of held) this.drafts[set] = null;
    const { left, right, run } = edge;
    const set = this.drafts.length;
    this.drafts.push({ spans, runs: [...parts.flatMap(({ runs }) => runs), { left, right, run }] });
    spans.forEach((places, report) => {
      for (const { first, end } of places) this.setOf[report]?.fill(set, first, end);
    });
  }

  /** Gives what of a sentence stays with its pairing, and is nobody else's, to that. */
  fill(): void {
    this.drafts.forEach((draft, set) => {
      for (const { left, right, run } of draft?.runs ?? []) {
        this.take(set, left, run.left);
        this.take(set, right, run.right);
      }
    });
  }

  private take(set: number, report: number, span: Span | null): void {
    const [draft, owner] = [this.drafts[set], this.setOf[report]];
    if (!draft || !owner || !span) return;
    const free: Span[] = [];
    for (let at = span.first; at < span.end; at += 1) {
      if (owner[at] !== -1) continue;
      owner[at] = set;
      free.push({ first: at, end: at + 1 });
    }
    const units = this.sides[report]?.units ?? [];
    draft.spans[report] = joinSpans(units, [...(draft.spans[report] ?? []), ...free]);
  }

  /** Tells whether all passages of a row say one matter. */
  private fits(spans: readonly (readonly Span[])[]): boolean {
    if (spans.some((places) => places.length > MOST_PLACES)) return false;
    return spans.every((lefts, left) =>
      spans.every(
        (rights, right) =>
          right <= left ||
          lefts.length === 0 ||
          rights.length === 0 ||
          this.mayShare(left, right, [lefts, rights]),
      ),
    );
  }

  clusters(): readonly Cluster[] {
    return [...this.drafts.filter((draft) => draft !== null), ...this.rest()];
  }

  private heldIn(report: number, { first, end }: Span): readonly number[] {
    return [...(this.setOf[report]?.slice(first, end) ?? [])].filter((set) => set >= 0);
  }

  /** What nobody else says, sentence by sentence. */
  private rest(): readonly Cluster[] {
    return this.sides.flatMap(({ units }, report) => {
      const free = units.flatMap((_, at) =>
        this.setOf[report]?.[at] === -1 ? [{ first: at, end: at + 1 }] : [],
      );
      return joinSpans(units, free).map((span) => ({
        spans: this.sides.map((_, at) => (at === report ? [span] : [])),
        runs: [],
      }));
    });
  }
}

/** Spans in order, those of one sentence that touch or overlap joined. */
function joinSpans(units: readonly Unit[], spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    const follows =
      last && last.end >= span.first && units[last.end - 1]?.sentence === units[span.first]?.sentence;
    if (follows) joined[joined.length - 1] = { first: last.first, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
