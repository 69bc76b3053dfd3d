import { lazy, Suspense, useState, type ReactNode } from 'react';
import { shortName, type Shelved } from '../../state/library/library';
import '../parts/check-row.css';
import '../parts/pair/pair.css';

/** Of more reports those chosen are listed, and others are picked by typing. */
const MOST_LISTED = 24;

const ReportPicker = lazy(() =>
  import('../parts/pair/report-picker').then((module) => ({ default: module.ReportPicker })),
);

/** 换报告: which reports are looked at; the latest of them is held against the others. */
export function ChooseReports({
  shelf,
  chosen,
  onChoose,
}: {
  readonly shelf: readonly Shelved[];
  readonly chosen: readonly string[];
  readonly onChoose: (reports: readonly string[]) => void;
}): ReactNode {
  const [marked, setMarked] = useState(chosen);
  const [offered, setOffered] = useState(chosen);
  const large = shelf.length > MOST_LISTED;
  const listed = large ? shelf.filter(({ entry }) => offered.includes(entry.id)) : shelf;
  const toggle = (id: string, on: boolean) =>
    setMarked(on ? [...marked, id] : marked.filter((other) => other !== id));
  const latest = shelf.find(({ entry }) => entry.id === marked.at(-1))?.entry ?? null;
  const enough = marked.length > 1;
  return (
    <>
      <button className="button small" popoverTarget="wording-reports">
        换报告
      </button>
      <div
        id="wording-reports"
        className="layer wording-panel"
        popover="auto"
        role="dialog"
        aria-label="换报告"
        onToggle={() => {
          setMarked(chosen);
          setOffered(chosen);
        }}
      >
        <h2 className="section-title">看哪几篇</h2>
        <p className="caption">最后一年的那篇与其余各篇相比。</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
            onChoose(marked);
          }}
        >
          {listed.map(({ entry, state }) => (
            <label key={entry.id} className="check-row">
              <input
                type="checkbox"
                checked={marked.includes(entry.id)}
                disabled={state === 'damaged'}
                onChange={({ target }) => toggle(entry.id, target.checked)}
              />
              {shortName(entry)} {entry.genre}
              {state === 'damaged' && '（打不开）'}
            </label>
          ))}
          {large && (
            <Suspense>
              <ReportPicker
                label="加一篇"
                shelf={shelf}
                value={null}
                beside={latest}
                onChoose={(id) => {
                  setMarked([...new Set([...marked, id])]);
                  setOffered([...new Set([...offered, id])]);
                }}
              />
            </Suspense>
          )}
          <div className="pair-actions">
            {!enough && <span className="caption">至少选两篇</span>}
            <button className="button primary" disabled={!enough}>
              看这几篇
            </button>
          </div>
        </form>
      </div>
    </>
  );
}
