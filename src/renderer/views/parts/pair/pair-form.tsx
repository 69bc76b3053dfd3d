import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { suggestedReports } from '../../../state/compare/compare';
import { shortName, type Shelved } from '../../../state/library/library';
import './pair.css';

function ReportSelect({
  label,
  shelf,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly shelf: readonly Shelved[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="pair-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
        {shelf.map(({ entry, state }) => (
          <option key={entry.id} value={entry.id} disabled={state === 'damaged'}>
            {shortName(entry)} {entry.genre}
            {state === 'damaged' && '（打不开）'}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Of more reports one is picked by typing, in a part of its own: it knows the divisions. */
const MOST_LISTED = 24;

const ReportPicker = lazy(() =>
  import('./report-picker').then((module) => ({ default: module.ReportPicker })),
);

const LABELS = {
  two: ['左篇', '右篇'],
  more: ['第一篇', '第二篇', '第三篇', '第四篇'],
} as const;

/** Chooses the reports of a comparison: two, and up to `most`. */
export function PairForm({
  shelf,
  pair,
  action,
  most = 2,
  onChoose,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
  /** What the button says. */
  readonly action: string;
  readonly most?: 2 | 4;
  readonly onChoose: (pair: readonly string[]) => void;
}): ReactNode {
  const ids = shelf.map(({ entry }) => entry.id);
  const entryOf = (id?: string) => shelf.find(({ entry }) => entry.id === id)?.entry ?? null;
  const [chosen, setChosen] = useState<readonly string[]>(
    pair.length > 1 ? pair.slice(0, most) : suggestedReports(shelf.map(({ entry }) => entry)).slice(-2),
  );
  const labels = chosen.length > 2 ? LABELS.more : LABELS.two;
  const twice = new Set(chosen).size < chosen.length;
  const next = ids.find((id) => !chosen.includes(id));
  return (
    <form
      className="pair-form"
      onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose(chosen);
      }}
    >
      {chosen.map((id, at) => {
        const field = {
          label: labels[at] ?? '',
          shelf,
          value: id,
          onChoose: (other: string) => setChosen(chosen.with(at, other)),
        };
        return shelf.length > MOST_LISTED ? (
          <Suspense key={field.label}>
            <ReportPicker {...field} beside={entryOf(chosen[at === 0 ? 1 : 0])} />
          </Suspense>
        ) : (
          <ReportSelect key={field.label} {...field} />
        );
      })}
      {twice && (
        <p className="caption">
          {chosen.length > 2 ? '有一篇选了两次，请换一篇。' : '左右是同一篇，请换一篇。'}
        </p>
      )}
      <div className="pair-actions">
        {most > 2 && (
          <>
            {chosen.length > 2 && (
              <button type="button" className="button" onClick={() => setChosen(chosen.slice(0, -1))}>
                少一篇
              </button>
            )}
            {chosen.length < most && next !== undefined && (
              <button type="button" className="button" onClick={() => setChosen([...chosen, next])}>
                再加一篇
              </button>
            )}
          </>
        )}
        {chosen.length === 2 && (
          <button type="button" className="button" onClick={() => setChosen(chosen.toReversed())}>
            左右对调
          </button>
        )}
        <button className="button primary" disabled={twice}>
          {action}
        </button>
      </div>
    </form>
  );
}
