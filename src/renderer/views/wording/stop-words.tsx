import { useState, type FormEvent, type ReactNode } from 'react';
import { DEFAULT_STOP_WORDS } from '../../../shared/compare';
import { withStopWord } from '../../state/wording';

/** 不看的词: the reader's list, each word with a way to take it off, and a field to add one. */
export function StopWords({
  words,
  onChange,
}: {
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    onChange(withStopWord(words, typed));
    setTyped('');
  };
  const ours =
    words.length === DEFAULT_STOP_WORDS.length && words.every((w, at) => w === DEFAULT_STOP_WORDS[at]);
  return (
    <>
      <button className="button small" popoverTarget="stop-words">
        不看的词 {words.length}
      </button>
      <div id="stop-words" className="layer wording-panel" popover="auto" role="dialog" aria-label="不看的词">
        <h2 className="section-title">不看的词</h2>
        <p className="caption">这些词不列在新提法和不再提里。</p>
        <form className="stop-form" onSubmit={add}>
          <input
            className="field"
            aria-label="加一个不看的词"
            placeholder="加一个词"
            value={typed}
            maxLength={40}
            onChange={({ target }) => setTyped(target.value)}
          />
          <button className="button small" disabled={typed.trim() === ''}>
            加上
          </button>
        </form>
        <ul className="stop-list">
          {words.map((word) => (
            <li key={word}>
              {word}
              <button
                className="stop-remove"
                aria-label={`又看“${word}”`}
                title="又看这个词"
                onClick={() => onChange(words.filter((other) => other !== word))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        {!ours && (
          <button className="quiet" onClick={() => onChange(DEFAULT_STOP_WORDS)}>
            恢复原来的词
          </button>
        )}
      </div>
    </>
  );
}
