import { typeset } from '../../../shared/parse';
import type { Range, Report } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { Volume } from '../../state/library';
import { sectionPath } from './number-card';

/** A passage with its source, as one pastes it into a document. */
export const quoteWithSource = (report: Report, { start, end }: Range): string => {
  const { place, year, title } = report.meta;
  const path = sectionPath(report, start);
  const quote = typeset(report.clean.slice(start, end)).replaceAll('\n', '');
  return `“${quote}”（${place ?? ''}${year ? `${year}年` : ''}《${title}》${path && `，${path}`}）`;
};

/** Copies a passage with its source and says so. */
export const useCopy = ({ report }: Volume): ((range: Range) => Promise<void>) => {
  const { toast } = useApp();
  return async (range) => {
    try {
      await navigator.clipboard.writeText(quoteWithSource(report, range));
      toast.getState().show({ text: '已复制，带出处' });
    } catch {
      toast.getState().show({ text: '没能复制：剪贴板不可用。请选中文字后按 Ctrl C' });
    }
  };
};
