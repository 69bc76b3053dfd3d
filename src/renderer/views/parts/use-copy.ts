import {
  citePassages,
  CITATION_LABELS,
  type CitationStyle,
  type DescribedReport,
} from '../../../shared/exchange';
import type { Range } from '../../../shared/report';
import { useShell } from '../../state/app';
import type { Volume } from '../../state/library/library';

/** A passage to be quoted with its source. */
export interface CopiedPassage {
  readonly report: DescribedReport;
  readonly range: Range;
}

const NOT_COPIED = '没能复制：剪贴板不可用。请选中文字后按 Ctrl C';

const otherStyle = (style: CitationStyle): CitationStyle => (style === 'official' ? 'gbt7714' : 'official');

/** Copies passages with sentence and source in the reader's style, says so, and offers the other style. */
export const useCopyPassages = (): ((passages: readonly CopiedPassage[]) => Promise<void>) => {
  const { settings, toast } = useShell();
  const copy = async (passages: readonly CopiedPassage[]): Promise<void> => {
    const style = settings.getState().citation;
    const other = otherStyle(style);
    try {
      await navigator.clipboard.writeText(citePassages(passages, style));
      toast.getState().show({
        text: `已复制，带出处（${CITATION_LABELS[style]}）`,
        action: {
          label: `改用${CITATION_LABELS[other]}`,
          run: () => {
            settings.getState().change({ citation: other });
            void copy(passages);
          },
        },
      });
    } catch {
      toast.getState().show({ text: NOT_COPIED });
    }
  };
  return copy;
};

/** Copies words as they stand, and says so. */
export const useCopyPlain = (): ((words: string) => Promise<void>) => {
  const { toast } = useShell();
  return async (words) => {
    const done = await navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    );
    toast.getState().show({ text: done ? '已复制' : NOT_COPIED });
  };
};

/** The same for one passage of one report. */
export const useCopy = ({ report }: Volume): ((range: Range) => Promise<void>) => {
  const copy = useCopyPassages();
  return (range) => copy([{ report, range }]);
};
