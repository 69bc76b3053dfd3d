import type { ReactNode } from 'react';
import { becameWords } from '../../state/import/list-file';
import type { Settled } from './import-results';

/** What needs nothing more while others are asked about: one line each, told whole in the result. */
export function SettledItems({ items }: { readonly items: readonly Settled[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        不用定的 <span className="caption">{items.length} 个，入架以后在结果里逐个说</span>
      </h2>
      <ul className="import-list">
        {items.map((item) => (
          <li key={item.key} className="import-settled" data-result={item.step}>
            <span>{item.name}</span>
            <span className="caption">
              {item.step === 'failed' && item.fault.reason}
              {item.step === 'added' && '已入架'}
              {becameWords(item)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
