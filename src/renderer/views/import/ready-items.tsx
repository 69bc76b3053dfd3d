import type { ReactNode } from 'react';
import { REPAIR_LABELS } from '../../../shared/import';
import { useApp } from '../../state/app';
import type { ImportItem } from '../../state/import/item';

type Ready = ImportItem & { readonly step: 'ready' | 'shelving' };

/** What the reader is warned of, in sentences, and what else was taken out or mended on the way; empty where nothing was. */
const repairWords = ({ reading }: Ready): string => {
  const { warnings, repairs } = reading.imported;
  // Bytes that could not be read are what a warning is about.
  const others = repairs.filter(({ kind }) => kind !== 'unreadable');
  return warnings.join('') + others.map(({ kind, count }) => `${REPAIR_LABELS[kind]} ${count} 处`).join('；');
};

/** 已认出: what will stand on the shelf under which place and year. */
export function ReadyItems({ items }: { readonly items: readonly Ready[] }): ReactNode {
  const { imports } = useApp();
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        已认出 <span className="caption">{items.length} 个；认错了可以改</span>
      </h2>
      <table className="import-table import-ready">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">文件</th>
            <th scope="col">地区</th>
            <th scope="col">年份</th>
            <th scope="col">性质</th>
            <th scope="col">更改或不要</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key} className="import-row">
              <td>
                <span className="import-file-name" title={item.facts.title ?? ''}>
                  {item.name}
                </span>
                <span className="caption">{repairWords(item)}</span>
              </td>
              <td className="import-value">{item.facts.place}</td>
              <td className="import-value">{item.facts.year}</td>
              <td className="import-value">{item.facts.genre}</td>
              <td className="import-row-acts">
                <button
                  className="quiet"
                  disabled={item.step === 'shelving'}
                  aria-label={`更改 ${item.name}`}
                  onClick={() => imports.getState().reopen(item.key)}
                >
                  更改
                </button>
                <button
                  className="quiet"
                  disabled={item.step === 'shelving'}
                  aria-label={`不要 ${item.name}`}
                  onClick={() => imports.getState().dismiss(item.key)}
                >
                  不要
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
