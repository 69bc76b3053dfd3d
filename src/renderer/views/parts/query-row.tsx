import type { ReactNode } from 'react';
import './query-row.css';

/** A row of queries to ask again: 最近 or 常用. */
export function QueryRow({
  label,
  queries,
  onAsk,
}: {
  readonly label: string;
  readonly queries: readonly string[];
  readonly onAsk: (query: string) => void;
}): ReactNode {
  if (queries.length === 0) return null;
  return (
    <p className="query-row">
      <span className="caption">{label}</span>
      {queries.map((query) => (
        <button key={query} className="quiet" onClick={() => onAsk(query)}>
          {query}
        </button>
      ))}
    </p>
  );
}
