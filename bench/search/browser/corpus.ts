import { factsOf } from '../../../src/renderer/library/study';
import type { Source } from '../../../src/renderer/library';
import { fail, succeed, type Result } from '../../../src/shared/fault';
import type { CatalogEntry, Report } from '../../../src/shared/report';
import { passagesOf } from '../../../src/shared/search';
import { openReport, placeAndYear, type Sent } from './generated';

declare const REPORTS: number;

/** Takes the place of renderer/library in the page of the bench: reports that need no parsing. Everything else is the product's. */
export const createBundledSource = ({ idle }: { readonly idle: () => Promise<void> }): Source => {
  let library: Promise<readonly Sent[]> | null = null;
  const fetched = (): Promise<readonly Sent[]> =>
    (library ??= idle()
      .then(() => fetch('./reports/library.txt'))
      .then((response) => response.json() as Promise<readonly Sent[]>));
  const entries = Array.from({ length: REPORTS }, (_, at): CatalogEntry => ({
    id: `g${at}`,
    file: 'library.txt',
    sha256: '0'.repeat(64),
    ...placeAndYear(at),
    genre: '全文',
    title: '政府工作报告',
  }));
  const open = async ({ id }: CatalogEntry): Promise<Result<Report>> => {
    const sent = (await fetched())[Number(id.slice(1))];
    return sent
      ? succeed(openReport(id, sent))
      : fail({ code: 'search-failed', subject: id, reason: '没有生成', remedy: '请再运行一次。' });
  };
  return {
    entries: () => entries,
    subscribe: () => () => undefined,
    open,
    passages: async (entry) => {
      const report = await open(entry);
      return report.ok ? succeed(passagesOf(report.value)) : report;
    },
    facts: async (entry) => {
      const report = await open(entry);
      return report.ok ? succeed(factsOf({ report: report.value, observations: [] })) : report;
    },
    stated: () => Promise.resolve(succeed({ rows: [], indicators: [] })),
    life: () => Promise.resolve(succeed([])),
    levels: () => Promise.resolve(succeed([])),
    relate: () =>
      Promise.resolve(
        fail({ code: 'search-failed', subject: '各篇对照', reason: '不在这次测量里', remedy: '不用处理。' }),
      ),
  };
};
