import { useId, useState, type ReactNode } from 'react';
import { suggestedReports } from '../../state/compare';
import { shortName, type Shelved } from '../../state/library';

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

/** Chooses the two reports of a comparison. */
export function PairForm({
  shelf,
  pair,
  action,
  onChoose,
}: {
  readonly shelf: readonly Shelved[];
  readonly pair: readonly string[];
  /** What the button says. */
  readonly action: string;
  readonly onChoose: (pair: readonly string[]) => void;
}): ReactNode {
  const suggested = suggestedReports(shelf.map(({ entry }) => entry)).slice(-2);
  const [left, setLeft] = useState(pair[0] ?? suggested[0] ?? '');
  const [right, setRight] = useState(pair[1] ?? suggested[1] ?? '');
  return (
    <form
      className="pair-form"
      onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose([left, right]);
      }}
    >
      <ReportSelect label="左篇" shelf={shelf} value={left} onChoose={setLeft} />
      <ReportSelect label="右篇" shelf={shelf} value={right} onChoose={setRight} />
      {left === right && <p className="caption">左右是同一篇，请换一篇。</p>}
      <div className="pair-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            setLeft(right);
            setRight(left);
          }}
        >
          左右对调
        </button>
        <button className="button primary" disabled={left === right}>
          {action}
        </button>
      </div>
    </form>
  );
}
