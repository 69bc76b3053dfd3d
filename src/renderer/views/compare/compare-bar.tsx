import type { ReactNode } from 'react';
import { useApp } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { QuietLine } from '../parts/quiet-line';
import { TopBar } from '../frame/top-bar';
import { ChangePair } from '../parts/pair/choose-pair';

/** The top bar of 对读. */
export function CompareBar({
  shelf,
  pair,
  switches,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
  readonly switches?: ReactNode;
}): ReactNode {
  const { navigation } = useApp();
  const tools = pair.length > 1 && (
    <>
      <ChangePair shelf={shelf} pair={pair} view="compare" action="对读这几篇" />
      <button
        className="button small compare-print"
        onClick={() => navigation.getState().go({ view: 'print', reports: pair })}
      >
        打印对照表
      </button>
    </>
  );
  return (
    <TopBar
      title={
        <>
          <h1 className="view-title">对读</h1>
          <div className="compare-switches">{switches}</div>
          <QuietLine view="compare">点一句到原文；方向键走，回车打开，N 写批注</QuietLine>
        </>
      }
      tools={tools}
      search={false}
    />
  );
}
