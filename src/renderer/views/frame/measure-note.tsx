import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSettings } from '../../state/app';

/** Characters a line of the open report takes now; null where none is open. */
const charactersOf = (paragraph: HTMLElement): number | null =>
  paragraph.clientWidth > 0
    ? Math.floor(paragraph.clientWidth / parseFloat(getComputedStyle(paragraph).fontSize))
    : null;

/** Says under 版心 where the window leaves a line less room than was asked for; looked at while the panel is open. */
export function MeasureNote(): ReactNode {
  const asked = useSettings(({ measure }) => measure);
  const [shown, setShown] = useState<number | null>(null);
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const panel = note.current?.closest<HTMLElement>('[popover]');
    const watching = new ResizeObserver(([entry]) => {
      if (entry?.target instanceof HTMLElement) setShown(charactersOf(entry.target));
    });
    const look = (event: ToggleEvent): void => {
      watching.disconnect();
      const paragraph = document.querySelector<HTMLElement>('.pane > .text .prose');
      if (event.newState === 'open' && paragraph) watching.observe(paragraph);
      else setShown(null);
    };
    panel?.addEventListener('toggle', look);
    return () => {
      watching.disconnect();
      panel?.removeEventListener('toggle', look);
    };
  }, []);
  return (
    <p ref={note} className="caption" role="status">
      {shown !== null && shown < asked && `窗口窄，现在一行 ${shown} 字`}
    </p>
  );
}
