import type { ReactNode } from 'react';
import { useApp } from '../../state/app';
import type { ImportItem } from '../../state/import/item';

type Settled = ImportItem & { readonly step: 'added' | 'known' | 'failed' };

const WORDS = { added: '新增', known: '已在书架', failed: '读不了' } as const;

const ORDER = { failed: 0, known: 1, added: 2 } as const;

/** Line one is the fact, line two what to do. */
function Reason({ item }: { readonly item: Settled }): ReactNode {
  if (item.step === 'failed')
    return (
      <>
        {item.fault.reason}
        <span className="caption">{item.fault.remedy}</span>
      </>
    );
  if (item.step === 'known') return <>同一篇已经在书架上，没有再放一份</>;
  return (
    <>
      {item.facts.place} {item.facts.year} <span className="caption">{item.facts.title}</span>
    </>
  );
}

/** Shows what became of each file: what needs a person first, what is new last. */
export function ImportResults({ items }: { readonly items: readonly Settled[] }): ReactNode {
  const { imports, navigation } = useApp();
  if (items.length === 0) return null;
  const open = (id: string): void => {
    imports.getState().close();
    navigation.getState().openReport(id);
  };
  return (
    <section>
      <h3>结果</h3>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">结果</th>
            <th scope="col">文件</th>
            <th scope="col">怎么回事，怎么办</th>
            <th scope="col">
              <span className="visually-hidden">打开</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...items]
            .sort((a, b) => ORDER[a.step] - ORDER[b.step])
            .map((item) => (
              <tr key={item.key} data-result={item.step}>
                <td>
                  <span className="import-mark" aria-hidden="true" />
                  {WORDS[item.step]}
                </td>
                <td>{item.name}</td>
                <td>
                  <Reason item={item} />
                </td>
                <td>
                  {item.step !== 'failed' && (
                    <button className="button small" onClick={() => open(item.id)}>
                      打开
                    </button>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
