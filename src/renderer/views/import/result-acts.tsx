import { useState, type ReactNode } from 'react';
import { filingOf, type FilingFacts } from '../../../shared/library';
import { useApp, useLibrary, useNavigation } from '../../state/app';
import type { OriginalFile } from '../../../shared/library';
import type { Twin } from '../../state/import/item';
import { FilingFields } from '../parts/filing-fields';
import { CopyDetails } from '../states/states';
import { askedFields, unfilled, type Asked } from './asked-fields';
import { Differences } from './differences';
import type { Result } from './import-results';
import { OpenFiles } from './open-files';
import { TwinChoices } from './twin-choice';

function Unlock({ itemKey, file }: { readonly itemKey: string; readonly file: OriginalFile }): ReactNode {
  const { imports } = useApp();
  const [password, setPassword] = useState('');
  return (
    <form
      className="import-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void imports.getState().unlock(itemKey, password);
      }}
    >
      <input
        className="field"
        type="password"
        autoComplete="off"
        placeholder="密码"
        aria-label={`打开密码：${file.name}`}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <button className="button small" disabled={password === ''}>
        打开
      </button>
    </form>
  );
}

function Failed({ item }: { readonly item: Result & { readonly step: 'failed' } }): ReactNode {
  const { imports } = useApp();
  return (
    <>
      {item.locked && <Unlock itemKey={item.key} file={item.locked} />}
      <span className="import-inline">
        <OpenFiles quiet instead={item.key}>
          换一个文件…
        </OpenFiles>
        {item.fault.detail !== undefined && <CopyDetails fault={item.fault} />}
        <button
          className="quiet"
          aria-label={`不管它：${item.name}`}
          onClick={() => imports.getState().dismiss(item.key)}
        >
          不管它
        </button>
      </span>
    </>
  );
}

/** What is asked in the result is answered there, and the report goes on the shelf with it. */
function AskedActs({ item }: { readonly item: Asked }): ReactNode {
  const { imports } = useApp();
  const [facts, setFacts] = useState<FilingFacts>(() => unfilled(item));
  const isTwin = item.twin !== null && item.choice === null;
  const shelve = (): void => void imports.getState().shelve();
  if (isTwin && item.twin)
    return (
      <TwinChoices
        item={{ ...item, twin: item.twin }}
        onChoose={(choice) => {
          imports.getState().decide(item.key, choice);
          shelve();
        }}
      />
    );
  return (
    <form
      className="import-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (filingOf(facts)) void imports.getState().answer(item.key, facts).then(shelve);
      }}
    >
      <FilingFields facts={facts} fields={askedFields(item)} onChange={setFacts} />
      <button className="button small" disabled={filingOf(facts) === null}>
        定
      </button>
      <button type="button" className="quiet" onClick={() => imports.getState().dismiss(item.key)}>
        不是报告
      </button>
    </form>
  );
}

function Left({ item }: { readonly item: Result & { readonly step: 'left' } }): ReactNode {
  const { imports } = useApp();
  const [looking, setLooking] = useState(false);
  const twin: Twin = item.twin;
  return (
    <>
      <button className="quiet" onClick={() => setLooking(true)}>
        {twin.where === 'list' ? `看这 ${twin.likeness.places} 处` : '看差别'}
      </button>
      {twin.where !== 'list' && (
        <button
          className="quiet"
          onClick={() => {
            const { reopen, decide, shelve } = imports.getState();
            reopen(item.key);
            decide(item.key, 'replace');
            void shelve();
          }}
        >
          换成新的
        </button>
      )}
      {looking && <Differences item={{ ...item, twin }} onClose={() => setLooking(false)} />}
    </>
  );
}

function OnShelf({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const navigation = useNavigation((state) => state);
  const shelf = useLibrary((state) => state.shelf);
  const entry = shelf.find((one) => one.entry.id === id)?.entry;
  if (!entry) return null;
  const hasNeighbour = shelf.some(
    ({ entry: other }) => other.place === entry.place && Math.abs(other.year - entry.year) === 1,
  );
  return (
    <>
      <button className="quiet" aria-label={`打开 ${name}`} onClick={() => navigation.openReport(id)}>
        打开
      </button>
      {hasNeighbour && (
        <button
          className="quiet"
          aria-label={`看目标 ${name}`}
          onClick={() => navigation.go({ view: 'commitments' })}
        >
          看目标
        </button>
      )}
    </>
  );
}

/** What may be done about one file, the likeliest first. */
export function ResultActs({ item }: { readonly item: Result }): ReactNode {
  if (item.step === 'failed') return <Failed item={item} />;
  if (item.step === 'asks') return <AskedActs item={item} />;
  if (item.step === 'left')
    return (
      <span className="import-inline">
        <Left item={item} />
      </span>
    );
  return (
    <span className="import-inline">{item.id !== null && <OnShelf id={item.id} name={item.name} />}</span>
  );
}
