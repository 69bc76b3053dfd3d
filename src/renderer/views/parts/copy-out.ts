import { tableHtml, tableText, type PlainTable } from '../../../shared/exchange';
import { useShell } from '../../state/app';

const PROBLEM = '没能复制：剪贴板不可用。可以改用导出或存为文件';

/** Gives the ways to take a table or a picture into another program; each says what it has done. */
export const useCopyOut = (): {
  readonly copyTable: (table: PlainTable) => Promise<void>;
  /** The picture is made after the press: the clipboard waits for it. */
  readonly copyPicture: (make: () => Promise<Blob>) => Promise<void>;
} => {
  const { toast } = useShell();
  const write = async (item: () => ClipboardItem, done: string): Promise<void> => {
    try {
      await navigator.clipboard.write([item()]);
      toast.getState().show({ text: done });
    } catch {
      toast.getState().show({ text: PROBLEM });
    }
  };
  return {
    copyTable: (table) =>
      write(
        () =>
          new ClipboardItem({
            'text/html': new Blob([tableHtml(table)], { type: 'text/html' }),
            'text/plain': new Blob([tableText(table)], { type: 'text/plain' }),
          }),
        `已复制成表：${String(table.rows.length)} 行 ${String(table.heads.length)} 列，可以贴进 WPS 或 Word`,
      ),
    copyPicture: (make) =>
      write(() => new ClipboardItem({ 'image/png': make() }), '已复制成图，可以贴进 WPS 或 Word'),
  };
};
