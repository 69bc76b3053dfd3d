import { fail, succeed } from '../../../src/shared/fault';
import type { CatalogEntry } from '../../../src/shared/report';
import { openReport, placeAndYear, type Sent } from './generated';

declare const REPORTS: number;

/** Takes the place of renderer/corpus in the page of the bench: reports that need no parsing. Everything else is the product's. */
export const createWorkerCorpus = (ready: () => Promise<void>) => {
  let library: Promise<readonly Sent[]> | null = null;
  const fetched = (): Promise<readonly Sent[]> =>
    (library ??= ready()
      .then(() => fetch('./reports/library.txt'))
      .then((response) => response.json() as Promise<readonly Sent[]>));
  return {
    catalog: Array.from({ length: REPORTS }, (_, at): CatalogEntry => ({
      id: `g${at}`,
      file: 'library.txt',
      sha256: '0'.repeat(64),
      ...placeAndYear(at),
      genre: '全文',
      title: '政府工作报告',
    })),
    volume: async ({ id }: CatalogEntry) => {
      const sent = (await fetched())[Number(id.slice(1))];
      return sent
        ? succeed({ report: openReport(id, sent), observations: [] })
        : fail({ code: 'bench', subject: id, reason: '没有生成', remedy: '请再运行一次。' });
    },
    relate: () =>
      Promise.resolve(
        fail({ code: 'bench', subject: '各篇对照', reason: '不在这次测量里', remedy: '不用处理。' }),
      ),
  };
};
