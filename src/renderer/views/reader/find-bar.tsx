import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Range } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { useApp } from '../../state/app';
import type { Volume } from '../../state/library/library';
import { keyOf } from '../../commands/keys';
import { useTyping } from '../parts/typing';
import { usePaintedHits } from './use-painted-hits';
import './find-bar.css';

/** Longest selection that the bar takes over as what to look for, in characters. */
const LONGEST_TAKEN = 40;

/** Shows what is selected in the text, where it is a phrase and not a passage. */
const selectedPhrase = (): string => {
  const text = getSelection()?.toString().trim() ?? '';
  return text.length <= LONGEST_TAKEN && !text.includes('\n') ? text : '';
};

interface Found {
  readonly query: string;
  readonly hits: readonly Range[];
  readonly current: number;
}

/** All places of a phrase in the report, and the one the reader stands on. */
const useFind = (report: string, onReveal: (range: Range) => void) => {
  const { positions, search } = useApp();
  const [query, setQuery] = useState(selectedPhrase);
  const [found, setFound] = useState<Found>({ query: '', hits: [], current: 0 });
  const typed = useRef(false);

  const goTo = (next: Found): void => {
    setFound(next);
    const hit = next.hits[next.current];
    if (hit) onReveal(hit);
  };
  const onAnswer = useEffectEvent((hits: readonly Range[]) => {
    const top = positions.getState().byReport[report]?.paragraphStart ?? 0;
    const current = Math.max(
      0,
      hits.findIndex(({ start }) => start >= top),
    );
    if (typed.current) goTo({ query, hits, current });
    else setFound({ query, hits, current });
  });
  useEffect(() => {
    let wanted = true;
    void search
      .getState()
      .findIn(report, query)
      .then((hits) => wanted && onAnswer(hits));
    return () => {
      wanted = false;
    };
  }, [search, report, query]);

  return {
    query,
    found,
    type: (text: string) => {
      typed.current = true;
      setQuery(text);
    },
    step: (by: 1 | -1) => {
      const { hits, current } = found;
      if (hits.length > 0) goTo({ ...found, current: (current + by + hits.length) % hits.length });
    },
  };
};

const countWords = ({ query, hits, current }: Found): string => {
  if (query.trim() === '') return '';
  return hits.length === 0 ? '共 0 处' : `第 ${current + 1} 处，共 ${hits.length} 处`;
};

/** 查找: every exact place of a phrase in this report, counted, painted, one after the other. */
export function FindBar({
  volume,
  request,
  onReveal,
  onClose,
}: {
  readonly volume: Volume;
  /** Counts up each time the bar is asked for; it then takes the focus again. */
  readonly request: number;
  readonly onReveal: (range: Range) => void;
  readonly onClose: () => void;
}): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { query, found, type, step } = useFind(volume.report.id, onReveal);
  const typing = useTyping(query, type);
  usePaintedHits(bar, found.hits, found.current);
  useCommands({ 'next-hit': () => step(1), 'previous-hit': () => step(-1) });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [request]);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === 'Escape') {
      event.preventDefault();
      return onClose();
    }
    if (key !== 'Enter' || event.target !== field.current) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  const none = found.hits.length === 0;
  return (
    <div className="find-bar" role="search" aria-label="在这一篇里查找" ref={bar} onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="field"
        {...typing}
        aria-label="查找"
        placeholder="在这一篇里查找"
        autoComplete="off"
        spellCheck={false}
      />
      <span className="find-count" role="status">
        {countWords(found)}
      </span>
      <button className="button small" aria-disabled={none} onClick={() => step(-1)}>
        上一处
      </button>
      <button className="button small" aria-disabled={none} onClick={() => step(1)}>
        下一处
      </button>
      <button className="icon-button" aria-label="关闭查找" onClick={onClose}>
        ×
      </button>
    </div>
  );
}
