import { compareReports, type CompareOptions } from '../../shared/compare';
import type { Report } from '../../shared/report';

export interface CompareQuestion {
  readonly id: number;
  readonly left: Report;
  readonly right: Report;
  readonly options: CompareOptions;
}

/** Sets two reports side by side off the main thread: the first use of the word list alone takes a long task. */
self.onmessage = ({ data }: MessageEvent<CompareQuestion>) => {
  const { id, left, right, options } = data;
  self.postMessage({ id, comparison: compareReports(left, right, options) });
};
