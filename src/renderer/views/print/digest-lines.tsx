import type { ReactNode } from 'react';
import type { DigestOffer } from '../../../shared/sheet';

/** The list with the line at one place moved by a step; as it was where it cannot move. */
const moved = (list: readonly string[], at: number, step: -1 | 1): readonly string[] => {
  const [one, other] = [list[at], list[at + step]];
  return one === undefined || other === undefined ? list : list.with(at, other).with(at + step, one);
};

/** The lines of a part of the page: each can be moved and taken away, and another put in up to `most`. */
export function DigestLines({
  title,
  offers,
  shown,
  most,
  onChange,
}: {
  readonly title: string;
  readonly offers: readonly DigestOffer[];
  readonly shown: readonly string[];
  readonly most: number;
  /** Null for those of the rule again. */
  readonly onChange: (ids: readonly string[] | null) => void;
}): ReactNode {
  const labels = new Map(offers.map(({ id, label }) => [id, label]));
  const left = offers.filter(({ id }) => !shown.includes(id));
  return (
    <fieldset className="digest-lines">
      <legend>
        {title} {shown.length}
      </legend>
      <button type="button" className="quiet print-all" onClick={() => onChange(null)}>
        照规则选
      </button>
      <ol>
        {shown.map((id, at) => {
          const label = labels.get(id) ?? id;
          return (
            <li key={id}>
              <span>{label}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={`上移 ${label}`}
                disabled={at === 0}
                onClick={() => onChange(moved(shown, at, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`下移 ${label}`}
                disabled={at === shown.length - 1}
                onClick={() => onChange(moved(shown, at, 1))}
              >
                ↓
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`不印 ${label}`}
                onClick={() => onChange(shown.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
      {shown.length < most && left.length > 0 && (
        <select
          className="field"
          aria-label={`加一行${title}`}
          value=""
          onChange={({ target }) => onChange([...shown, target.value])}
        >
          <option value="">加一行……</option>
          {left.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
