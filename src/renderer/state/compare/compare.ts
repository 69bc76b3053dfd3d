import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  isSurvey,
  type CatalogEntry,
  type Range,
  type Report,
  type Role,
  type Topic,
} from '../../../shared/report';
import type { CompareAnswer } from '../../workers/compare-client';
import type { CompareQuestion } from '../../workers/compare-protocol';
import { useApp, useStoreOf } from '../app';
import type { NavigationStore } from '../library/navigation';

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

/** Stages that at least one of the reports has. */
export const stagesOf = (...reports: readonly Report[]): readonly Stage[] =>
  STAGES.filter((stage) => reports.some((report) => has(report, stage)));

/** Gives what reports open with: the plans where all have one, else the first part all have. */
export const firstStage = (...reports: readonly Report[]): Stage => {
  const common = STAGES.filter((stage) => reports.every((report) => has(report, stage)));
  return common.find(({ id }) => id === 'plan') ?? common[0] ?? stagesOf(...reports)[0] ?? PLAN;
};

/** A row at one of its places, by its position in the list of the topic shown. */
export interface Cursor {
  readonly line: number;
  readonly side: 'left' | 'right';
  /** Counts up when the row is to be brought into view, as by 前往; unchanged when the reader walks there. */
  readonly jump: number;
}

/** A place in one of the reports of a pair. */
export interface Passage {
  readonly report: string;
  /** In the clean text. */
  readonly range: Range;
}

/** What the reader chose last, kept while the pair stays the same, so that 对读 is found again as it was left. */
export interface CompareChoices {
  readonly pair: string;
  readonly stage: Stage['id'] | null;
  readonly topic: Topic | null;
  readonly onlyChanges: boolean;
  readonly cursor: Cursor | null;
  /** A passage to bring into view as soon as the pair is compared. */
  readonly wanted: Passage | null;
  readonly choose: (patch: Partial<Omit<CompareChoices, 'choose' | 'forPair'>>) => void;
  /** Forgets stage, topic and row where another pair is opened. */
  readonly forPair: (pair: string) => void;
}

const NOTHING_CHOSEN = { stage: null, topic: null, cursor: null, wanted: null } as const;

const createCompareChoices = (): StoreApi<CompareChoices> =>
  createStore<CompareChoices>()((set, get) => ({
    pair: '',
    onlyChanges: false,
    ...NOTHING_CHOSEN,
    choose: (patch) => set(patch),
    forPair: (pair) => {
      if (get().pair !== pair) set({ pair, ...NOTHING_CHOSEN });
    },
  }));

export type CompareStore = StoreApi<CompareChoices>;

export const useCompareStore = (): CompareStore => useStoreOf(createCompareChoices);

export const useCompareChoices = (): CompareChoices => useStore(useCompareStore());

/** The report this one is most naturally compared with: the one before of its place, else the nearest in time. */
export const counterpartOf = (
  entry: CatalogEntry,
  entries: readonly CatalogEntry[],
): CatalogEntry | undefined => {
  const others = entries
    .filter((other) => other.id !== entry.id && !isSurvey(other))
    .toSorted((a, b) => Math.abs(a.year - entry.year) - Math.abs(b.year - entry.year) || b.year - a.year);
  return others.find(({ place, year }) => place === entry.place && year < entry.year) ?? others[0];
};

/** Goes to 对读 of a report with its counterpart, at a passage where that part of the report is compared. */
export const compareAt = (
  { navigation, choices }: { readonly navigation: NavigationStore; readonly choices: CompareStore },
  [other, report]: readonly [string, Report],
  range: Range,
): void => {
  const reports = [other, report.id];
  const paragraph = report.paragraphs.find(({ range: { end } }) => end > range.start);
  const role = report.sections[paragraph?.section ?? -1]?.role;
  const stage = STAGES.find(({ roles }) => role !== undefined && roles.includes(role));
  const wanted = stage ? { report: report.id, range } : null;
  choices.setState({
    ...NOTHING_CHOSEN,
    pair: reports.join(),
    stage: stage?.id ?? null,
    onlyChanges: false,
    wanted,
  });
  navigation.getState().go({ view: 'compare', reports });
};

/** The answer to a question (the same object each time); null while it is worked on. */
export const useAnswer = <Q extends CompareQuestion>(question: Q): CompareAnswer<Q['kind']> | null => {
  const { compare } = useApp();
  const [given, setGiven] = useState<{ question: Q; answer: CompareAnswer<Q['kind']> } | null>(null);
  useEffect(() => {
    let wanted = true;
    void compare.ask(question).then((answer) => {
      if (wanted) setGiven({ question, answer });
    });
    return () => {
      wanted = false;
    };
  }, [compare, question]);
  return given?.question === question ? given.answer : null;
};

/** The comparison of two reports in the roles asked for (the same array each time); null while it is made. */
export const useComparison = (
  left: Report,
  right: Report,
  roles: readonly Role[],
): CompareAnswer<'pair'> | null => {
  const question = useMemo(
    () => ({ kind: 'pair' as const, reports: [left, right], options: { roles } }),
    [left, right, roles],
  );
  return useAnswer(question);
};

/** Reports of one place in order of years: those of the place that has most, digests of digests left out. */
export const suggestedReports = (entries: readonly CatalogEntry[]): readonly string[] => {
  const whole = entries.filter((entry) => !isSurvey(entry)).toSorted((a, b) => a.year - b.year);
  const places = [...new Set(whole.map(({ place }) => place))];
  const lists = places.map((name) => whole.filter(({ place }) => place === name));
  const [most = []] = lists.toSorted((a, b) => b.length - a.length);
  return (most.length > 1 ? most : whole).map(({ id }) => id);
};
