import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { keyHint } from '../../../shared/commands';
import { faultSentence } from '../../../shared/fault';
import { useImports, useShell, useToast, useWhole } from '../../state/app';

const Bin = lazy(() => import('./bin').then((module) => ({ default: module.Bin })));

/** Shorter words in the clipboard are no report. Characters. */
const LEAST_PASTED = 200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** Takes a report that is pasted on the shelf; words pasted into a field are the field's. */
const usePaste = (): void => {
  const whole = useWhole();
  const show = useToast((state) => state.show);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.length < LEAST_PASTED) return show({ text: '剪贴板里没有一篇报告：文字不到 200 字' });
      event.preventDefault();
      void whole.then(({ imports }) => imports.getState().paste(text));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [whole, show]);
};

const plural = (count: number, words: string): string => (count > 0 ? `${count} ${words}` : '');

/** Shows what was read and waits for a decision, and what could not be read, until it is dealt with. */
function Waiting(): ReactNode {
  const open = useImports(
    ({ items }) => items.filter(({ step }) => step === 'asks' || step === 'ready' || step === 'table').length,
  );
  const failed = useImports(({ items }) => items.filter(({ step }) => step === 'failed').length);
  const { navigation } = useShell();
  if (open + failed === 0) return null;
  return (
    <button className="button" onClick={() => navigation.getState().go({ view: 'import' })}>
      导入：{[plural(open, '篇待定'), plural(failed, '个读不了')].filter(Boolean).join('，')}
    </button>
  );
}

/** The ways in for a report of one's own. */
export function ShelfActs(): ReactNode {
  const whole = useWhole();
  const show = useToast((state) => state.show);
  usePaste();
  const open = async (): Promise<void> => {
    const fault = await (await whole).imports.getState().choose();
    if (fault) show({ text: faultSentence(fault) });
  };
  return (
    <div className="shelf-acts">
      <button className="button" onClick={() => void open()}>
        打开报告… <kbd>{keyHint('open-report')}</kbd>
      </button>
      <Suspense>
        <Waiting />
        <Bin />
      </Suspense>
      <p className="caption">也可以把文件或文件夹拖进来，或在这里粘贴全文</p>
    </div>
  );
}
