import type { ReactNode } from 'react';
import type { Shelved } from '../../state/library/library';
import { ChangePair } from '../parts/pair/choose-pair';
import { TopBar } from '../frame/top-bar';

/** The top bar of 打印, with the way to another pair. */
export function PrintBar({
  shelf,
  pair,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
}): ReactNode {
  const change = pair.length > 1 && <ChangePair shelf={shelf} pair={pair} view="print" action="对照这两篇" />;
  return <TopBar title={<h1 className="view-title">打印</h1>} tools={change} search={false} />;
}
