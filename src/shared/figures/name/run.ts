import { aspectList } from './aspects';
import { cleanWords } from './clean';
import { runHeld } from './comparison';
import { distribute, headOf, withAct, withAspect } from './distribute';
import { remember, type Memory } from './memory';
import { readSubject, splitVerb, trimWords } from './subject';
import { TOTAL, totalName } from './total';

/** Numbers in a row with the words before them. */
export interface NumberRun {
  readonly left: string;
  readonly count: number;
  /** Where the clause begins in the compact text. */
  readonly since: number;
  readonly lead: () => string;
}

/** 排名分别升至世界第二、第三: words that only say in what the things named before are ranked. */
const RANKING = /^(?:世界|全国|全省|全市)?(?:排名|位次|名次)$/;

const LONGEST_LISTED = 18;

/** Names listed in the clause before 分别; a long clause is a sentence of its own. */
function fromLead(lead: string, count: number): readonly string[] | null {
  const names = /等/.test(lead) ? null : distribute(lead, count);
  return names?.every((name) => name.length <= LONGEST_LISTED) ? names : null;
}

/** Names of numbers in a row: those listed before them, or those of the clauses before (分别是2006年的2倍、1.8倍). */
export function nameRun({ left, count, since, lead }: NumberRun, memory: Memory): readonly string[] | null {
  const apart = runHeld(left, count) ?? plansDone(left, count);
  if (apart) return apart;
  const clean = cleanWords(left);
  const aspects = aspectList(headOf(clean), memory);
  if (aspects?.length === count) return aspects;
  const before = headOf(left);
  const head = trimWords(before === left ? clean : cleanWords(before));
  const listed =
    withAspect(left, count) ??
    withAct(left, count) ??
    distribute(clean, count) ??
    (head === '' || head === '数量'
      ? (fromLead(lead(), count)?.map((name) => splitVerb(name).noun + head) ?? null)
      : null);
  if (listed && !RANKING.test(head)) {
    remember(memory, listed, false, since);
    memory.topic = listed.at(-1) ?? '';
    memory.recent.splice(0, Infinity, ...listed);
    return listed;
  }
  const follows = (RANKING.test(head) || readSubject(head).noun === '') && memory.recent.length >= count;
  if (!follows) return null;
  const last = memory.recent.slice(-count);
  return TOTAL.test(left) ? last.map((name) => totalName(name)) : last;
}

/** 治沙、种草分别完成年度任务的113%、148%: how far each plan was done. */
function plansDone(left: string, count: number): readonly string[] | null {
  const done = PLANS.exec(left)?.[1];
  return done === undefined ? null : (distribute(headOf(left), count)?.map((name) => name + done) ?? null);
}
const PLANS = /分别((?:超额)?完成(?:年度|全年|年初|国家|省定|年)?(?:目标)?(?:任务|计划|预算))的$/;
