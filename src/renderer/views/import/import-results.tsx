import type { KeyboardEvent, ReactNode } from 'react';
import { comboOf } from '../../commands/keys';
import { useApp, useNavigation } from '../../state/app';
import { useFacts } from '../../state/library/use-reports';
import type { ImportItem } from '../../state/import/item';
import { grouped } from '../text/grouped';
import type { Asked } from './asked-fields';
import { inStep, shelfOf } from './items-by-step';
import { OpenFiles } from './open-files';
import { reasonOf, type Told } from './reasons';
import { ResultActs } from './result-acts';
import { Square, type Outcome } from './square';

export type Settled = ImportItem & { readonly step: 'failed' | 'known' | 'left' | 'added' };
export type Result = Settled | Asked;

/** What needs a person first, what is new last. */
const GROUPS: readonly (readonly [Outcome, readonly Result['step'][]])[] = [
  ['asks', ['asks']],
  ['failed', ['failed']],
  ['known', ['known', 'left']],
  ['added', ['added']],
];

/** So many reports are looked into for what they hold; a hundred would take minutes. */
const MOST_TOLD = 24;

function ReportCell({ item }: { readonly item: Result }): ReactNode {
  const { library } = useApp();
  if (item.step === 'failed') return <span className="caption">未入架</span>;
  if ('facts' in item) {
    const { place, year, genre } = item.facts;
    return (
      <>
        <strong className="import-value">{[place, year].filter(Boolean).join(' ')}</strong>{' '}
        <span className="caption">{place === null ? '地区待定' : year === null ? '年份待定' : genre}</span>
      </>
    );
  }
  const entry = library.getState().shelf.find((one) => one.entry.id === item.id)?.entry;
  return entry ? (
    <>
      <strong className="import-value">
        {entry.place} {entry.year}
      </strong>{' '}
      <span className="caption">{entry.genre}</span>
    </>
  ) : null;
}

const moved = (event: KeyboardEvent<HTMLTableRowElement>): void => {
  const row = event.currentTarget;
  const pressed = comboOf(event);
  const isWriting = event.target instanceof HTMLInputElement;
  if (pressed === 'ArrowDown' || pressed === 'ArrowUp') {
    const rows = [...(row.closest('table')?.querySelectorAll<HTMLElement>('.import-result') ?? [])];
    event.preventDefault();
    rows[rows.indexOf(row) + (pressed === 'ArrowDown' ? 1 : -1)]?.focus();
  } else if (pressed === 'Enter' && event.target === row && !isWriting) {
    event.preventDefault();
    const first = row.querySelector<HTMLElement>('[data-acts] input, [data-acts] button');
    if (first instanceof HTMLButtonElement) first.click();
    else first?.focus();
  }
};

function ResultRow({
  item,
  outcome,
  isFirst,
  told,
}: {
  readonly item: Result;
  readonly outcome: Outcome;
  readonly isFirst: boolean;
  readonly told: Told;
}): ReactNode {
  const [fact, more] = reasonOf(item, told);
  const length =
    'reading' in item ? item.reading.imported.raw.length : item.step === 'added' ? item.characters : null;
  return (
    <tr
      className="import-result"
      tabIndex={-1}
      data-result={item.step}
      data-first={isFirst}
      onKeyDown={moved}
      aria-label={item.name}
    >
      <th scope="row">
        {isFirst ? <Square outcome={outcome} /> : <span className="visually-hidden">同上</span>}
      </th>
      <td className="import-file-cell">
        {item.name}
        {length !== null && <span className="caption">{grouped(length)} 字</span>}
      </td>
      <td className="import-report-cell">
        <ReportCell item={item} />
      </td>
      <td>
        {fact}
        {more !== '' && <span className="caption">{more}</span>}
      </td>
      <td data-acts>
        <ResultActs item={item} />
      </td>
    </tr>
  );
}

/** 导入结果: what became of each file, why, and what to do. */
export function ImportResults({ items }: { readonly items: readonly ImportItem[] }): ReactNode {
  const navigation = useNavigation((state) => state);
  const groups = GROUPS.map(([outcome, steps]) => ({
    outcome,
    rows: items.filter((item): item is Result => (steps as readonly string[]).includes(item.step)),
  })).filter(({ rows }) => rows.length > 0);
  const told = useFacts(
    inStep(items, 'added')
      .slice(0, MOST_TOLD)
      .map(({ id }) => id),
  );
  const byId: Told = new Map(told.map((facts) => [facts.report, facts]));
  const isOpen = groups.some(({ outcome }) => outcome === 'asks' || outcome === 'failed');
  return (
    <>
      <hr className="double-rule" />
      <div className="import-lists" tabIndex={0} role="region" aria-label="每个文件的结果">
        <table className="import-table import-results">
          <thead>
            <tr>
              <th scope="col">结果</th>
              <th scope="col">文件</th>
              <th scope="col">报告</th>
              <th scope="col">怎么回事，怎么办</th>
              <th scope="col">
                <span className="visually-hidden">可以做的</span>
              </th>
            </tr>
          </thead>
          {groups.map(({ outcome, rows }) => (
            <tbody key={outcome}>
              {rows.map((item, at) => (
                <ResultRow key={item.key} item={item} outcome={outcome} isFirst={at === 0} told={byId} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <div className="import-foot">
        <p>{isOpen && '需要您定的和读不了的留在书架的“导入”里，办完才消失。'}</p>
        <OpenFiles>再导入…</OpenFiles>
        <button className="button primary" onClick={() => navigation.go(shelfOf(items))}>
          去书架
        </button>
      </div>
    </>
  );
}
