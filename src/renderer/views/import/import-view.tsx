import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { comboOf } from '../../commands/keys';
import { useApp, useImports } from '../../state/app';
import { isSettled, type ImportItem } from '../../state/import/item';
import { TopBar } from '../frame/top-bar';
import { EmptyState } from '../states/states';
import { AskedItems, type Asked } from './asked-items';
import { AskFoot } from './ask-foot';
import { EvidencePage } from './evidence-page';
import { ImportProgress } from './import-progress';
import { ImportResults } from './import-results';
import { countWords, inStep, shelfOf } from './items-by-step';
import { OpenFiles } from './open-files';
import { ReadyItems } from './ready-items';
import { ResultsHead } from './results-head';
import { SettledItems } from './settled-items';
import { TableItems } from './table-items';
import './import-view.css';
import './import-asked.css';
import './import-tables.css';
// The view last: its narrow layouts place the parts above.
import './import-narrow.css';

/** The folder all files were handed over in, or null. */
const folderOf = (items: readonly ImportItem[]): string | null => {
  const [first, ...others] = new Set(
    items.map(({ name }) => (name.includes('/') ? (name.split('/')[0] ?? '') : '')),
  );
  return first && others.length === 0 ? first : null;
};

function Title({ isResult }: { readonly isResult: boolean }): ReactNode {
  const items = useImports((state) => state.items);
  const run = useImports((state) => state.run);
  const folder = folderOf(items);
  const took = run?.took ? `，用了 ${Math.max(1, Math.round(run.took / 1000))} 秒` : '';
  return (
    <>
      <h1 className="view-title">{isResult ? '导入结果' : '导入报告'}</h1>
      {run && (
        <span className="caption import-from">
          {run.files} 个文件
          {isResult ? took : folder !== null && `，从“${folder}”文件夹拖入`}
        </span>
      )}
    </>
  );
}

/** 导入: what was read, only what is unsure asked, the page it rests on beside it. */
function AskDesk({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const [selected, setSelected] = useState<string | null>(null);
  const [page, setPage] = useState<'room' | 'open' | 'closed'>('room');
  const desk = useRef<HTMLDivElement>(null);
  const asked = inStep(items, 'asks');
  const shown: Asked | undefined = asked.find(({ key }) => key === selected) ?? asked[0];
  const togglePage = (): void =>
    setPage(desk.current?.querySelector('.import-page')?.checkVisibility() === true ? 'closed' : 'open');
  return (
    <div ref={desk} className="import-desk" data-page={shown ? page : 'none'}>
      <div className="import-main">
        <ImportProgress items={items} />
        <hr className="double-rule" />
        <div className="import-lists" tabIndex={0} role="region" aria-label="读到的报告">
          <TableItems items={inStep(items, 'table')} />
          <AskedItems
            items={asked}
            selected={shown?.key ?? null}
            onSelect={setSelected}
            onEvidence={togglePage}
          />
          <ReadyItems items={inStep(items, 'ready', 'shelving')} />
          <SettledItems items={inStep(items, 'failed', 'known', 'left', 'added')} />
        </div>
      </div>
      {shown && <EvidencePage item={shown} />}
      <AskFoot items={items} onEvidence={shown ? togglePage : null} />
    </div>
  );
}

function Nothing(): ReactNode {
  return (
    <EmptyState character="入" title="没有正在导入的文件" actions={<OpenFiles primary>打开报告…</OpenFiles>}>
      把文件或文件夹拖进窗口，或在书架上粘贴全文。Word、PDF、网页、表格、纯文本、压缩包都行。
    </EmptyState>
  );
}

/** 导入报告 and 导入结果: what becomes of the files that were handed over. */
export function ImportView(): ReactNode {
  const { navigation } = useApp();
  const items = useImports((state) => state.items);
  const isReading = useImports((state) => state.progress !== null);
  const main = useRef<HTMLElement>(null);
  const isResult = !isReading && isSettled(items);
  // What had the focus may have gone with the list that was asked.
  useEffect(() => {
    if (document.activeElement === document.body || !isResult) main.current?.focus({ preventScroll: true });
  }, [isResult]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const pressed = comboOf(event);
    if (event.defaultPrevented) return;
    if (pressed === 'Escape') {
      event.preventDefault();
      navigation.getState().go(shelfOf(items));
    } else if (pressed === 'Ctrl+Enter') {
      event.preventDefault();
      main.current?.querySelector<HTMLElement>('[data-key="shelve"]')?.click();
    } else if (pressed === 'ArrowDown' && event.target === event.currentTarget) {
      event.preventDefault();
      main.current?.querySelector<HTMLElement>('.import-asked, .import-result')?.focus();
    }
  };
  return (
    <div className="view">
      <TopBar
        title={<Title isResult={isResult} />}
        tools={items.length > 0 && <OpenFiles>再加文件…</OpenFiles>}
        search={false}
      />
      <main ref={main} className="import" tabIndex={-1} aria-label="导入报告" onKeyDown={onKeyDown}>
        <p className="visually-hidden import-counts" role="status">
          {countWords(items)}
        </p>
        {items.length === 0 && <Nothing />}
        {items.length > 0 && !isResult && <AskDesk items={items} />}
        {items.length > 0 && isResult && (
          <div className="import-desk" data-page="none">
            <div className="import-main">
              <ResultsHead items={items} />
              <ImportResults items={items} />
            </div>
          </div>
        )}
      </main>
    </div>
  );
}
