import type { OfficeFormat } from '../../paper/office';
import type { Fault, Result } from '../../shared/fault';
import type { Sheet } from '../../shared/sheet';
import { createPort, workerEnd, type CallProblem, type PendingCall, type WorkerEnd } from '../rpc';
import type { OfficeContract } from './office-protocol';

/** Makes office files off the main thread. */
export interface OfficeClient {
  make(sheet: Sheet, format: OfficeFormat): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

const NAMES: Readonly<Record<OfficeFormat, string>> = { docx: 'Word 文件', xlsx: '表格', csv: 'CSV' };

const unmade = (problem: CallProblem, { request }: PendingCall<OfficeContract>, detail: string): Fault => ({
  code: 'office-failed',
  subject: NAMES[(request as OfficeContract['make']['request']).format],
  reason: '没有做成',
  remedy: '请再试一次；打印和另一种格式不受影响。',
  detail: `${problem}: ${detail}`,
});

function createOfficeClient(start: () => WorkerEnd): OfficeClient {
  const port = createPort<OfficeContract>({ start, explain: unmade });
  return { make: (sheet, format) => port.call('make', { sheet, format }) };
}

/** Makes the client; its worker, which is large, starts with the first file that is asked for. */
export const createOfficeWorker = (): OfficeClient =>
  createOfficeClient(() =>
    workerEnd(new Worker(new URL('./office.worker.ts', import.meta.url), { type: 'module' })),
  );
