import { fail, succeed, type Fault, type Result } from '../../shared/fault';
import type { CatalogEntry } from '../../shared/report';
import { sha256Of } from '../digest/sha256';
import { createPort, workerEnd, type CallProblem, type PendingCall, type WorkerEnd } from '../rpc';
import { subjectOf, type Kept } from './facts';
import type { Made, Member, ReportContract } from './report-protocol';
import type { Source } from './source';

/** Where facts and relations are kept between starts. What it gives is checked; it may fail, all can be made again. */
export interface Keeper {
  /** `key` names the report or place, `hash` what the value was made of. */
  readonly get: (key: string, hash: string) => Promise<unknown>;
  readonly put: (key: string, hash: string, value: Kept) => Promise<void>;
}

/** Entries and the way to their texts. */
export interface Texts {
  readonly entries: () => readonly CatalogEntry[];
  readonly subscribe: (onChange: () => void) => () => void;
  /** The verbatim text, refused where it is not the one the entry names. */
  readonly read: (entry: CatalogEntry) => Promise<Result<string>>;
  /** Tells whether a text is to be read and verified even where its facts are kept. */
  readonly verified: (entry: CatalogEntry) => boolean;
}

export interface SourceOptions {
  readonly texts: Texts;
  readonly keeper: Keeper;
  /** Resolves when work that nobody waits for may begin. */
  readonly idle: () => Promise<void>;
  readonly start?: () => WorkerEnd;
}

const unread = (
  problem: CallProblem,
  { method, request }: PendingCall<ReportContract>,
  detail: string,
): Fault => ({
  code: 'report-unparsed',
  subject: subjectFor(method, request),
  reason: '解析时出错，没有读完',
  remedy: '其他报告不受影响；请点“重新检查”，仍不行就复制详情告诉我们。',
  detail: `${problem}: ${detail}`,
});

const subjectFor = (method: string, request: unknown): string => {
  if (method === 'open' || method === 'passages')
    return (request as ReportContract['open']['request']).entry.file;
  if (method === 'facts') return (request as ReportContract['facts']['request']).member.entry.file;
  return '各篇对照';
};

const startWorker = (): WorkerEnd =>
  workerEnd(new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' }));

/** An answer to a call that was given all it needs. */
const whole = <Value>(answer: Result<Value | null>): Result<Value> => {
  if (!answer.ok) return answer;
  const { value } = answer;
  return value === null
    ? fail(unread('threw', { method: 'relate', request: null }, 'no answer'))
    : succeed(value);
};

/** Calls with the worker at a time: enough that it never waits for the page. */
const IN_HAND = 2;

/** A source waits so long for what was kept before it makes it anew. Milliseconds. */
const PATIENCE = 1_500;

const inTime = (kept: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    kept.catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE)),
  ]);

/**
 * Makes a source of texts, parsed and studied in workers, so that the page never waits; facts and relations are kept. What a
 * reader opens has a worker of its own: to hold twenty years of a place against each other takes seconds.
 */
export const createReadingSource = (options: SourceOptions): Source => {
  const { texts, keeper, idle, start = startWorker } = options;
  const desk = createPort<ReportContract>({ start, explain: unread });
  const port = createPort<ReportContract>({ start, explain: unread, inHand: IN_HAND });

  // A worker takes longer to start than to read a report.
  void idle().then(() => desk.begin());

  /** Asks with what was kept, and where that does not do, with the texts. */
  const kept = async <Value>(
    key: string,
    entries: readonly CatalogEntry[],
    ask: (kept: unknown, members: readonly Member[]) => Promise<Result<Made<Value> | null>>,
    given: readonly Member[] | null = null,
  ): Promise<Result<Value>> => {
    const hash = await sha256Of(subjectOf(entries));
    const first = given ?? entries.map((entry) => ({ entry, raw: null }));
    let answer = await ask(await inTime(keeper.get(key, hash)), first);
    if (answer.ok && answer.value === null) {
      const members = await readAll(entries);
      if (!members.ok) return members;
      answer = await ask(null, members.value);
    }
    if (!answer.ok) return answer;
    if (!answer.value) return fail(unread('threw', { method: 'relate', request: null }, 'no answer'));
    const { value, made } = answer.value;
    if (made) void keeper.put(key, hash, made).catch(() => undefined);
    return succeed(value);
  };

  const readAll = async (entries: readonly CatalogEntry[]): Promise<Result<readonly Member[]>> => {
    const members: Member[] = [];
    for (const entry of entries) {
      const raw = await texts.read(entry);
      if (!raw.ok) return raw;
      members.push({ entry, raw: raw.value });
    }
    return succeed(members);
  };

  return {
    entries: texts.entries,
    subscribe: texts.subscribe,
    open: async (entry) => {
      const raw = await texts.read(entry);
      return raw.ok ? desk.call('open', { entry, raw: raw.value }) : raw;
    },
    passages: async (entry) => {
      const raw = await texts.read(entry);
      return raw.ok ? port.call('passages', { entry, raw: raw.value }) : raw;
    },
    facts: async (entry) => {
      await idle();
      const verified = texts.verified(entry) ? await readAll([entry]) : null;
      if (verified && !verified.ok) return verified;
      return kept(
        entry.id,
        [entry],
        (known, [member]) => port.call('facts', { member: member as Member, kept: known }),
        verified?.value ?? null,
      );
    },
    stated: (indicator, entries) =>
      kept(`stated ${entries[0]?.place ?? ''}`, entries, (known, members) =>
        port.call('stated', { indicator, members, kept: known }),
      ),
    life: async (name, entries) => {
      const members = await readAll(entries);
      return members.ok ? whole(await port.call('life', { name, members: members.value })) : members;
    },
    levels: async (from, to) => {
      const [own, other] = [await readAll(from), await readAll(to)];
      if (!own.ok) return own;
      return other.ok ? whole(await port.call('levels', { from: own.value, to: other.value })) : other;
    },
    relate: (entries) =>
      kept(`place ${entries[0]?.place ?? ''}`, entries, (known, members) =>
        port.call('relate', { members, kept: known }),
      ),
  };
};
