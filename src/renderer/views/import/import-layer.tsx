import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { faultSentence } from '../../../shared/fault';
import { comboOf } from '../../commands/keys';
import { useApp, useImports, useNavigation, useToast } from '../../state/app';
import type { ImportItem } from '../../state/import/item';
import { AskedItems } from './asked-items';
import { EvidencePage } from './evidence-page';
import { ImportResults } from './import-results';
import { ReadyItems } from './ready-items';
import { TableItems } from './table-items';
import './import.css';
import './import-page.css';

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
    ['需要您定', inStep(items, 'asks', 'table').length],
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

function Foot({
  items,
  onEvidence,
}: {
  readonly items: readonly ImportItem[];
  /** Null where nothing is asked. */
  readonly onEvidence: (() => void) | null;
}): ReactNode {
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
  const ended = inStep(items, 'added', 'known', 'failed').length;
  const exportList = async (): Promise<void> => {
    const fault = await imports.getState().exportList();
    if (fault) show({ text: faultSentence(fault) });
  };
  const toShelf = (): void => {
    imports.getState().close();
    navigation.go({ view: 'shelf' });
  };
  return (
    <div className="import-foot">
      {asks > 0 && (
        <p className="caption">
          还有 {asks} 篇请您定；不定也不会丢：关上就先放“待定”，书架上点“导入”再来，退出对读以后也在。
        </p>
      )}
      {onEvidence && (
        <button className="button" onClick={onEvidence}>
          看依据 <kbd>V</kbd>
        </button>
      )}
      {ended > 0 && (
        <button className="button" onClick={() => void exportList()}>
          导出清单
        </button>
      )}
      {added > 0 && (
        <button className="button" onClick={() => void imports.getState().undo()}>
          撤销这次导入
        </button>
      )}
      <button className="button" onClick={() => imports.getState().close()}>
        {asks > 0 ? '都先放待定' : '关上'}
      </button>
      {ready > 0 ? (
        <button className="button primary" data-key="shelve" onClick={() => void shelve()}>
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
  const [selected, setSelected] = useState<string | null>(null);
  const [isPageOpen, setPageOpen] = useState<boolean | null>(null);
  const asked = inStep(items, 'asks');
  const shown = asked.find(({ key }) => key === selected) ?? asked[0];
  const togglePage = (): void =>
    setPageOpen(
      (isOpen) => !(isOpen ?? dialog.current?.querySelector('.import-page')?.checkVisibility() === true),
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (comboOf(event) !== 'Ctrl+Enter') return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>('[data-key="shelve"]')?.click();
  };
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="layer import-layer"
      aria-labelledby="import-report-title"
      data-page={shown === undefined ? 'none' : isPageOpen === null ? 'room' : isPageOpen ? 'open' : 'closed'}
      onKeyDown={onKeyDown}
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
            <TableItems items={inStep(items, 'table')} />
            <AskedItems
              items={asked}
              selected={shown?.key ?? null}
              onSelect={setSelected}
              onEvidence={togglePage}
            />
            <ReadyItems items={inStep(items, 'ready', 'shelving')} />
            <ImportResults items={inStep(items, 'failed', 'known', 'added')} />
          </div>
          {shown && <EvidencePage item={shown} />}
          <Foot items={items} onEvidence={shown ? togglePage : null} />
        </>
      )}
    </dialog>
  );
}
