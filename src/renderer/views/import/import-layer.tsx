import { useEffect, useRef, type ReactNode } from 'react';
import { useApp, useImports, useNavigation, useToast } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { AskedItems } from './asked-items';
import { ImportResults } from './import-results';
import { ReadyItems } from './ready-items';
import './import.css';

const inStep = <Step extends ImportItem['step']>(items: readonly ImportItem[], ...steps: readonly Step[]) =>
  items.filter((item): item is ImportItem & { step: Step } =>
    (steps as readonly string[]).includes(item.step),
  );

function Progress(): ReactNode {
  const progress = useImports((state) => state.progress);
  const stop = useImports((state) => state.stop);
  if (!progress) return null;
  const { done, of, name } = progress;
  return (
    <div className="import-progress">
      <p role="status">
        已读 {done} 个，共 {of} 个 <span className="caption">正在读：{name}</span>
      </p>
      <progress aria-label="读入" value={done} max={of} />
      <button className="button small" onClick={stop}>
        停下
      </button>
    </div>
  );
}

/** One line of counts: 新增 37 · 已在书架 4 · 需要您定 3 · 读不了 2. */
function Counts({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const counts = [
    ['新增', inStep(items, 'added').length],
    ['已认出', inStep(items, 'ready', 'shelving').length],
    ['需要您定', inStep(items, 'asks').length],
    ['已在书架', inStep(items, 'known').length],
    ['读不了', inStep(items, 'failed').length],
  ] as const;
  return (
    <p className="import-counts" role="status">
      {counts
        .filter(([, count]) => count > 0)
        .map(([word, count]) => `${word} ${count}`)
        .join(' · ')}
    </p>
  );
}

function Foot({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const { imports } = useApp();
  const show = useToast((state) => state.show);
  const navigation = useNavigation((state) => state);
  const ready = inStep(items, 'ready').length;
  const added = inStep(items, 'added').length;
  const asks = inStep(items, 'asks').length;
  const shelve = async (): Promise<void> => {
    const count = await imports.getState().shelve();
    if (count > 0)
      show({
        text: `已入架 ${count} 篇`,
        action: { label: '撤销', run: () => void imports.getState().undo() },
      });
  };
  const toShelf = (): void => {
    imports.getState().close();
    navigation.go({ view: 'shelf' });
  };
  return (
    <div className="import-foot">
      {asks > 0 && (
        <p className="caption">还有 {asks} 篇请您定；先关上也行：书架上点“导入”再来，退出对读之前都在。</p>
      )}
      {added > 0 && (
        <button className="button" onClick={() => void imports.getState().undo()}>
          撤销这次导入
        </button>
      )}
      <button className="button" onClick={() => imports.getState().close()}>
        关上
      </button>
      {ready > 0 ? (
        <button className="button primary" onClick={() => void shelve()}>
          入架 {ready} 篇
        </button>
      ) : (
        <button className="button primary" onClick={toShelf} disabled={added === 0}>
          去书架
        </button>
      )}
    </div>
  );
}

/** 导入报告: what was read, what a person has to say, what went on the shelf and what could not be read. */
export function ImportLayer(): ReactNode {
  const { imports } = useApp();
  const items = useImports((state) => state.items);
  const open = useImports((state) => state.open);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="layer import-layer"
      aria-labelledby="import-report-title"
      onCancel={(event) => {
        event.preventDefault();
        imports.getState().close();
      }}
    >
      {open && (
        <>
          <h2 id="import-report-title">导入报告</h2>
          <Progress />
          <Counts items={items} />
          <div className="import-lists" tabIndex={0} role="region" aria-label="读到的报告">
            <AskedItems items={inStep(items, 'asks')} />
            <ReadyItems items={inStep(items, 'ready', 'shelving')} />
            <ImportResults items={inStep(items, 'failed', 'known', 'added')} />
          </div>
          <Foot items={items} />
        </>
      )}
    </dialog>
  );
}
