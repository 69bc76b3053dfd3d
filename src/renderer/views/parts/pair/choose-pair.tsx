import type { ReactNode } from 'react';
import { useNavigation, useShell } from '../../../state/app';
import type { Shelved } from '../../../state/library/library';
import { EmptyState } from '../../states/states';
import { PairForm } from './pair-form';
import './pair.css';

/** Views that show two reports. */
export type PairView = 'compare' | 'print';

interface Choice {
  readonly shelf: readonly Shelved[];
  readonly view: PairView;
  /** What the button of the form says. */
  readonly action: string;
}

/** 对读 and a sheet take up to four reports. */
const MOST = 4;

const NOTHING: readonly string[] = [];

/** Shows other reports in this view, in the form the view has: 要点一页 stays that. */
const useShowIn = (view: PairView): ((reports: readonly string[]) => void) => {
  const { navigation } = useShell();
  const digest = useNavigation(({ place }) => place.view === 'print' && (place.digest ?? false));
  const form = view === 'print' && digest ? { digest } : {};
  return (reports) => navigation.getState().go({ view, reports, ...form });
};

/** The whole view while no pair is chosen: what it is for, and the form to choose. */
export function ChoosePair({
  shelf,
  view,
  action,
  character,
  title,
  words,
}: Choice & { readonly character: string; readonly title: string; readonly words: string }): ReactNode {
  const show = useShowIn(view);
  const enough = shelf.length > 1;
  const form = <PairForm shelf={shelf} pair={NOTHING} action={action} most={MOST} onChoose={show} />;
  return (
    <EmptyState character={character} title={title} actions={enough && form}>
      {enough ? words : `要两篇才能对照，书架上现在有 ${shelf.length} 篇。`}
    </EmptyState>
  );
}

/** 换报告: the form in a popover, so that it closes with Esc or a click elsewhere. */
export function ChangePair({
  shelf,
  view,
  action,
  pair,
}: Choice & { readonly pair: readonly string[] }): ReactNode {
  const show = useShowIn(view);
  const id = `${view}-pair`;
  return (
    <>
      <button className="button small" popoverTarget={id}>
        换报告
      </button>
      <div id={id} className="layer pair-panel" popover="auto" role="dialog" aria-label="换报告">
        <PairForm key={pair.join()} shelf={shelf} pair={pair} action={action} most={MOST} onChoose={show} />
      </div>
    </>
  );
}
