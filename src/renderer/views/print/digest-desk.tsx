import { useCallback, useMemo, type ReactNode } from 'react';
import {
  buildDigest,
  MARGINS,
  offerDigest,
  type DigestChoice,
  type DigestMaterial,
} from '../../../shared/sheet';
import { FRESH_CHOICES, usePrintPreferences, useSheetChoices } from '../../state/compare/print';
import { shortName } from '../../state/library/library';
import { FaultState, Opening } from '../states/states';
import { today } from './choices';
import { DigestLines } from './digest-lines';
import { PagedDesk } from './sheet-desk';
import { useDigest } from './use-digest';
import { useFitted } from './use-fitted';
import type { Chosen } from './use-material';

const PARTS = [
  { key: 'figures', title: '核心数字', most: 10 },
  { key: 'fresh', title: '新提法', most: 5 },
  { key: 'dropped', title: '不再提', most: 5 },
] as const satisfies readonly {
  readonly key: keyof DigestChoice;
  readonly title: string;
  readonly most: number;
}[];

/** What had to go so that the page is one. */
const SHORTENED = [
  '',
  '提法各列 3 个',
  '提法各列 3 个，出处不引原句',
  '小一号字',
  '没有列提法',
  '没有列提法，小字',
];

function Page({
  chosen,
  material,
}: {
  readonly chosen: Chosen;
  readonly material: DigestMaterial;
}): ReactNode {
  const { margins } = usePrintPreferences();
  const [choices, choose] = useSheetChoices(`digest ${chosen.entry.id}`, () => FRESH_CHOICES);
  const choice = choices.digest;
  const offers = useMemo(() => offerDigest(material), [material]);
  const make = useCallback(
    (step: number) => buildDigest(material, { today: today(), choice, step, margins: MARGINS[margins] }),
    [material, choice, margins],
  );
  const { sheet, paged, step } = useFitted(make);
  return (
    <PagedDesk sheet={sheet} paged={paged}>
      <p className="print-pair">{shortName(chosen.entry)}</p>
      <p className="caption">
        一张 A4，开会带着看；各行可以挪动、去掉。{step > 0 && `为了一页放得下：${SHORTENED[step]}。`}
      </p>
      {PARTS.map(({ key, title, most }) => (
        <DigestLines
          key={key}
          title={title}
          offers={offers[key]}
          shown={choice[key] ?? offers.first[key]}
          most={most}
          onChange={(ids) => choose({ ...choices, digest: { ...choice, [key]: ids } })}
        />
      ))}
    </PagedDesk>
  );
}

/** 要点一页 of a report: one page, chosen by rule, every line of it for the reader to move or take away. */
export function DigestDesk({ chosen }: { readonly chosen: Chosen }): ReactNode {
  const { material, fault } = useDigest(chosen);
  return (
    <main className="print">
      {material && <Page chosen={chosen} material={material} />}
      {fault && <FaultState title="要点没有做成" fault={fault} />}
      {!material && !fault && <Opening what="正在对照" />}
    </main>
  );
}
