import type { ReactNode } from 'react';

/** Puts the keys on the text of the view, or on its main part. */
const skip = (): void => {
  const target = document.querySelector<HTMLElement>('.pane') ?? document.querySelector('main');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
};

/** The first stop of the Tab key: past the rail and the bar. Seen only when the keys stand on it. */
export function SkipLink(): ReactNode {
  return (
    <button className="skip-link visually-hidden" onClick={skip}>
      跳到正文
    </button>
  );
}
