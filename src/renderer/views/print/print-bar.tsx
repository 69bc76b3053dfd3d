import type { ReactNode } from 'react';
import { useNavigation, useShell } from '../../state/app';
import type { Shelved } from '../../state/library/library';
import { ChangePair } from '../parts/pair/choose-pair';
import { TopBar } from '../frame/top-bar';

/** 对照表 or 报告, and 要点一页 of the same. */
function FormSwitch({ pair }: { readonly pair: readonly string[] }): ReactNode {
  const { navigation } = useShell();
  const place = useNavigation((state) => state.place);
  if (place.view !== 'print') return null;
  const digest = place.digest ?? false;
  const forms = [
    { label: pair.length === 1 ? '报告' : '对照表', digest: false },
    { label: '要点一页', digest: true },
  ];
  return (
    <div className="segment print-forms" role="group" aria-label="印成">
      {forms.map((form) => (
        <button
          key={form.label}
          aria-pressed={form.digest === digest}
          onClick={() => navigation.getState().go({ ...place, digest: form.digest })}
        >
          {form.label}
        </button>
      ))}
    </div>
  );
}

/** The top bar of 打印, with the ways to another form and to other reports. */
export function PrintBar({
  shelf,
  pair,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
}): ReactNode {
  const change = pair.length > 0 && <ChangePair shelf={shelf} pair={pair} view="print" action="对照这两篇" />;
  const title = (
    <>
      <h1 className="view-title">打印</h1>
      <FormSwitch pair={pair} />
    </>
  );
  return <TopBar title={title} tools={change} search={false} />;
}
