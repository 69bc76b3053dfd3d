import { compareMany, compareReports, traceWording } from '../../shared/compare';
import type { CompareQuestion, CompareReply, CompareRequest } from './compare-protocol';

const answer = ({ kind, reports, others = [], options }: CompareQuestion): CompareReply['answer'] => {
  const [left, right] = reports;
  if (kind === 'many') return compareMany(reports, options);
  if (kind === 'wording') return traceWording(reports, { ...options, others });
  return left && right ? compareReports(left, right, options) : null;
};

/** Sets reports side by side off the main thread: the first use of the word list alone takes a long task. */
self.onmessage = ({ data: { id, question } }: MessageEvent<CompareRequest>) =>
  self.postMessage({ id, answer: answer(question) } satisfies CompareReply);
