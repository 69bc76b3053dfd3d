import { describe, expect, it } from 'vitest';
import { createReadingSource, type Keeper } from '../../../src/renderer/library/reading-source';
import { createReportService } from '../../../src/renderer/library/report-service';
import type { Kept } from '../../../src/renderer/library';
import { fail, succeed } from '../../../src/shared/fault';
import { bundledReports } from '../../helpers/bundled-reports';
import { entryOf } from '../../helpers/catalog-entry';
import { memoryWorker } from '../../helpers/memory-worker';

const own = bundledReports().filter(({ meta }) => meta.place === '川汇区');
const entries = own.map(entryOf);
const [entry] = entries;
if (!entry) throw new Error('the bundle has a report of 川汇区');

/** Where values are kept between two starts. */
const memoryKeeper = (): Keeper & { readonly rows: Map<string, Kept> } => {
  const rows = new Map<string, Kept>();
  return {
    rows,
    get: (key, hash) => Promise.resolve(rows.get(`${key} ${hash}`) ?? null),
    put: (key, hash, value) => Promise.resolve(void rows.set(`${key} ${hash}`, value)),
  };
};

/** A source as at a start of the program; `read` lists the texts that were fetched. */
const started = (keeper: Keeper, verified = false, service = createReportService('rules')) => {
  const read: string[] = [];
  const source = createReadingSource({
    keeper,
    idle: () => Promise.resolve(),
    start: () => memoryWorker(service),
    texts: {
      entries: () => entries,
      subscribe: () => () => undefined,
      verified: () => verified,
      read: ({ id }) => {
        read.push(id);
        const report = own.find((each) => each.id === id);
        return Promise.resolve(
          report
            ? succeed(report.raw)
            : fail({ code: 'report-unreadable', subject: id, reason: '', remedy: '' }),
        );
      },
    },
  });
  return { source, read };
};

describe('a source of texts', () => {
  it('opens a report as the parser reads it', async () => {
    const { source } = started(memoryKeeper());
    const opened = await source.open(entry);
    expect(opened.ok && opened.value.clean).toBe(own[0]?.clean);
  });

  it('opens a report while reports are held against each other, however long that takes', async () => {
    const endless = { ...createReportService('rules'), relate: () => new Promise<never>(() => undefined) };
    const { source } = started(memoryKeeper(), false, endless);
    for (let place = 0; place < 3; place += 1) void source.relate(entries);
    expect((await source.open(entry)).ok).toBe(true);
  });

  it('keeps facts and relations: the next start has the same, without a text', async () => {
    const keeper = memoryKeeper();
    const first = started(keeper).source;
    const made = [await first.facts(entry), await first.relate(entries)];
    expect(made.every(({ ok }) => ok)).toBe(true);
    const next = started(keeper);
    expect([await next.source.facts(entry), await next.source.relate(entries)]).toEqual(made);
    expect(next.read).toEqual([]);
  });

  it('keeps what a place states: the next start tells any indicator of it without a text', async () => {
    const keeper = memoryKeeper();
    const made = await started(keeper).source.stated('生产总值', entries);
    expect(made.ok && made.value.rows.length).toBeGreaterThan(0);
    const next = started(keeper);
    expect(await next.source.stated('生产总值', entries)).toEqual(made);
    const other = await next.source.stated('粮食产量', entries);
    expect(other.ok && other.value.indicators).toEqual(made.ok && made.value.indicators);
    expect(next.read).toEqual([]);
  });

  it('makes anew what was damaged where it was kept', async () => {
    const keeper = memoryKeeper();
    const made = await started(keeper).source.facts(entry);
    for (const [key, { text, digest }] of keeper.rows) keeper.rows.set(key, { text: `${text} `, digest });
    const next = started(keeper);
    expect(await next.source.facts(entry)).toEqual(made);
    expect(next.read).toEqual([entry.id]);
  });

  it('reads a text that is to be verified even where its facts are kept', async () => {
    const keeper = memoryKeeper();
    await started(keeper).source.facts(entry);
    const next = started(keeper, true);
    await next.source.facts(entry);
    expect(next.read).toEqual([entry.id]);
  });

  it('does without a keeper that fails', async () => {
    const silent = {
      get: () => Promise.reject(new Error('no database')),
      put: () => Promise.reject(new Error('none')),
    };
    expect((await started(silent).source.facts(entry)).ok).toBe(true);
  });
});
