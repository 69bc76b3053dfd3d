import { paragraphAt, type PledgeKind, type Range, type Report } from '../../report';
import { isReview } from '../where';
import { aliasIn, bareOf, isPartAfter, nicknameIn, titleIn, type Alias } from './alias';
import { piecesOf, STOPS } from './clauses';
import { nearestTo, postingsOf, type BareClause, type ClausePostings } from './nearest';
import { RANK } from './stage-rows';
import { progressIn, type Progress } from './stage';

/** A sentence of a review, cut into clauses. */
interface ToldSentence {
  readonly bare: string;
  readonly clauses: readonly BareClause[];
}

/** What a report tells of the time gone by, made ready to look names up. */
export interface Told {
  readonly report: Report;
  readonly sentences: readonly ToldSentence[];
  /** All clauses, in reading order. */
  readonly clauses: readonly BareClause[];
  readonly postings: ClausePostings;
}

/** Cuts the review of a report into sentences and clauses. */
export function toldIn(report: Report): Told {
  const sentences = report.sentences.flatMap(({ range }) => {
    const paragraph = paragraphAt(report, range.start);
    if (!paragraph || !isReview(report, paragraph)) return [];
    const clauses = piecesOf(report.clean, range, STOPS).map((piece) => ({
      ...piece,
      bare: bareOf(piece.text),
    }));
    return [{ bare: bareOf(report.clean.slice(range.start, range.end)), clauses }];
  });
  const clauses = sentences.flatMap(({ clauses: own }) => own);
  return { report, sentences, clauses, postings: postingsOf(clauses) };
}

/** A place where a review speaks of a thing. */
export interface ThingMention {
  readonly range: Range;
  readonly alias: Alias;
  readonly progress: Progress;
}

const RUNS_ON = 2;

/** What is looked for: the object as the plan names it, and what is left of it without 工程, 项目 and the like. */
export interface Sought {
  readonly object: string;
  readonly core: string;
  readonly kind: PledgeKind;
}

/** Every place where a review speaks of a thing, in reading order. */
export function mentionsOf({ object, core, kind }: Sought, { sentences }: Told): readonly ThingMention[] {
  const head = core.slice(0, 2);
  const nicknamed = object.includes('“');
  const found: ThingMention[] = [];
  for (const { bare, clauses } of sentences) {
    if (!nicknamed && kind !== 'title' && !mayHold(head, core, bare)) continue;
    clauses.forEach((clause, index) => {
      const alias =
        aliasIn(core, clause.bare) ??
        (nicknamed ? nicknameIn(object, clause.bare) : null) ??
        (kind === 'title' ? titleIn(core, clause.bare) : null);
      if (!alias) return;
      const told = readOn(core, kind, clauses.slice(index));
      found.push({ range: { start: clause.range.start, end: told.end }, alias, progress: told.progress });
    });
  }
  return found;
}

/** A first sieve: a name is told with its first two characters, its place cut off, or its ends alone. */
const mayHold = (head: string, core: string, sentence: string): boolean =>
  sentence.includes(head) || sentence.includes(core.slice(-2));

/** The place that is nearest to a name that stands nowhere: for the reader to say whether it is the same. */
export function nearestMention({ core, kind }: Sought, told: Told): ThingMention | null {
  const at = nearestTo(core, told.report.meta.place, told);
  const clause = at === null ? undefined : told.clauses[at];
  if (!clause) return null;
  const evidence = `没有找到“${core}”，原文这一句和它最接近`;
  return { range: clause.range, alias: { same: false, evidence }, progress: progressIn(clause.bare, kind) };
}

/** Reads the stage in the clause of a thing, then, where it says none or runs on, in the ones after it. */
function readOn(
  core: string,
  kind: PledgeKind,
  clauses: readonly BareClause[],
): { readonly progress: Progress; readonly end: number } {
  const [first, ...rest] = clauses;
  let progress = ownProgress(core, kind, first?.bare ?? '');
  let end = first?.range.end ?? 0;
  for (const next of rest.slice(0, RUNS_ON)) {
    const more = progressIn(next.bare, kind);
    if (!CONTINUES.test(next.bare) || (more.stage === null && !more.setBack)) {
      if (!WHY.test(next.bare)) break;
      continue;
    }
    progress = further(progress, more);
    end = next.range.end;
  }
  return { progress, end };
}

/** What goes on about the same thing and brings no subject of its own. */
const CONTINUES =
  /^(?:但|尚|未|暂|目前|现|已|仍|还|至今|其余|主体|一期|进展|完成|正式|顺利|如期|提前|全面|即将|预计|有望|基本|开工|建成|投入|投[用运产]|竣工|完工|通车|启用|填补|实现|获|进入|进度|建设)/;
const WHY = /^(?:因|由于|受|为|经)/;

const further = (a: Progress, b: Progress): Progress => ({
  stage: b.stage && (!a.stage || RANK[b.stage] > RANK[a.stage]) ? b.stage : a.stage,
  partial: a.partial || b.partial,
  setBack: a.setBack || b.setBack,
  ahead: a.stage === null ? b.ahead : a.ahead && (b.stage === null || b.ahead),
});

/** In 青禾隧道建成通车、青禾大桥开工 each has its own verb; in a list without one the verb is the list's. */
function ownProgress(core: string, kind: PledgeKind, clause: string): Progress {
  const parts = clause.split('、');
  const at = Math.max(
    0,
    parts.findIndex((part) => part.includes(core)),
  );
  const own = progressIn((parts[at] ?? clause).replace(core, '某'), kind);
  const partial = isPartAfter(core, clause);
  if (parts.length === 1 || own.stage !== null || own.setBack)
    return { ...own, partial: own.partial || partial };
  const after = parts
    .slice(at + 1)
    .map((part) => progressIn(part, kind))
    .find(({ stage, setBack }) => stage !== null || setBack);
  const told = after ?? progressIn(clause.replace(core, '某'), kind);
  return { ...told, partial: told.partial || partial };
}
