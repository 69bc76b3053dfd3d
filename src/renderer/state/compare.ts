import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Comparison } from '../../shared/compare';
import { fail, succeed, type Result } from '../../shared/fault';
import type { Report, Role, Topic } from '../../shared/report';

/** The part of two reports that is compared at one time. */
export interface Stage {
  readonly id: 'review' | 'five-year' | 'requirements' | 'plan';
  readonly label: string;
  /** Reports cut these differently, so they stand together. */
  readonly roles: readonly Role[];
}

const PLAN: Stage = { id: 'plan', label: '部署', roles: ['plan', 'livelihood'] };

export const STAGES: readonly Stage[] = [
  { id: 'review', label: '回顾', roles: ['review'] },
  { id: 'five-year', label: '五年回顾', roles: ['five-year'] },
  { id: 'requirements', label: '总体要求', roles: ['requirements', 'principles', 'targets'] },
  PLAN,
];

const has = (report: Report, { roles }: Stage): boolean =>
  report.sections.some(({ role }) => roles.includes(role));

/** Stages that at least one of the two reports has. */
export const stagesOf = (left: Report, right: Report): readonly Stage[] =>
  STAGES.filter((stage) => has(left, stage) || has(right, stage));

/** What a pair opens with: the plans where both have one, else the first part both have. */
export const firstStage = (left: Report, right: Report): Stage => {
  const common = STAGES.filter((stage) => has(left, stage) && has(right, stage));
  return common.find(({ id }) => id === 'plan') ?? common[0] ?? stagesOf(left, right)[0] ?? PLAN;
};

/** A row at one of its places, by its position in the list of the topic shown. */
export interface Cursor {
  readonly line: number;
  readonly side: 'left' | 'right';
  /** Counts up when the row is to be brought into view, as by 前往; unchanged when the reader walks there. */
  readonly jump: number;
}

/** What the reader chose last, kept while the pair stays the same, so that 对读 is found again as it was left. */
export interface CompareChoices {
  readonly pair: string;
  readonly stage: Stage['id'] | null;
  readonly topic: Topic | null;
  readonly onlyChanges: boolean;
  readonly cursor: Cursor | null;
  readonly choose: (patch: Partial<Omit<CompareChoices, 'choose' | 'forPair'>>) => void;
  /** Forgets stage, topic and row where another pair is opened. */
  readonly forPair: (pair: string) => void;
}

const NOTHING_CHOSEN = { stage: null, topic: null, cursor: null } as const;

export const createCompareChoices = () =>
  createStore<CompareChoices>()((set, get) => ({
    pair: '',
    onlyChanges: false,
    ...NOTHING_CHOSEN,
    choose: (patch) => set(patch),
    forPair: (pair) => {
      if (get().pair !== pair) set({ pair, ...NOTHING_CHOSEN });
    },
  }));

const choices = createCompareChoices();

export const useCompareChoices = (): CompareChoices => useStore(choices);

type Answer = Result<Comparison>;

const broken = (detail: string): Answer =>
  fail({
    code: 'compare-failed',
    subject: '这两篇的对读',
    reason: '没有算完',
    remedy: '报告和批注都没有改动；请换一组报告再试，仍不行就复制详情告诉我们。',
    detail,
  });

/** One worker for all comparisons; a pair of reports is compared once for each choice of roles. */
const createComparer = () => {
  const worker = new Worker(new URL('../workers/compare.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: Answer) => void>();
  const known = new WeakMap<Report, WeakMap<Report, Map<string, Promise<Answer>>>>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<{ id: number; comparison: Comparison }>) => {
    waiting.get(data.id)?.(succeed(data.comparison));
    waiting.delete(data.id);
  };
  worker.onerror = ({ message }) => {
    waiting.forEach((settle) => settle(broken(message)));
    waiting.clear();
  };
  const ask = (left: Report, right: Report, roles: readonly Role[]): Promise<Answer> =>
    new Promise((resolve) => {
      const id = (last += 1);
      waiting.set(id, resolve);
      worker.postMessage({ id, left, right, options: { roles } });
    });
  return (left: Report, right: Report, roles: readonly Role[]): Promise<Answer> => {
    const byRight = known.get(left) ?? new WeakMap<Report, Map<string, Promise<Answer>>>();
    const byRoles = byRight.get(right) ?? new Map<string, Promise<Answer>>();
    known.set(left, byRight.set(right, byRoles));
    const answer = byRoles.get(roles.join()) ?? ask(left, right, roles);
    byRoles.set(roles.join(), answer);
    return answer;
  };
};

let comparer: ReturnType<typeof createComparer> | undefined;

interface Asked {
  readonly left: Report;
  readonly right: Report;
  readonly roles: readonly Role[];
  readonly answer: Answer;
}

/** The comparison of two reports in the roles asked for (the same array each time); null while it is made. */
export const useComparison = (left: Report, right: Report, roles: readonly Role[]): Answer | null => {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let wanted = true;
    comparer ??= createComparer();
    void comparer(left, right, roles).then((answer) => {
      if (wanted) setAsked({ left, right, roles, answer });
    });
    return () => {
      wanted = false;
    };
  }, [left, right, roles]);
  const current = asked?.left === left && asked.right === right && asked.roles === roles;
  return current ? asked.answer : null;
};
