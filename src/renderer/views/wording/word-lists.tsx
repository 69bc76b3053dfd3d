import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { DEFAULT_DICTIONARY, DEFAULT_STOP_WORDS } from '../../../shared/compare';
import { withWord, type WordLists } from '../../state/compare/wording';

/** One list: each word with a way to take it off, and a field to add one. */
function WordList({
  title,
  explained,
  words,
  ours,
  onChange,
}: {
  readonly title: string;
  readonly explained: string;
  readonly words: readonly string[];
  /** The list as the program brings it. */
  readonly ours: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    onChange(withWord(words, typed));
    setTyped('');
  };
  const same = words.length === ours.length && words.every((word, at) => word === ours[at]);
  return (
    <section aria-labelledby={id} className="word-list">
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <p className="caption">{explained}</p>
      <form className="stop-form" onSubmit={add}>
        <input
          className="field"
          aria-label={`加一个${title}`}
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
              aria-label={`去掉“${word}”`}
              title="去掉这个词"
              onClick={() => onChange(words.filter((other) => other !== word))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {!same && (
        <button className="quiet" onClick={() => onChange(ours)}>
          恢复原来的词
        </button>
      )}
    </section>
  );
}

/** 不看的词 and 总要看的词: the reader's say in what counts as a term. */
export function WordListsButton({
  lists: { stopWords, listed },
  onChange,
}: {
  readonly lists: WordLists;
  readonly onChange: (lists: Partial<WordLists>) => void;
}): ReactNode {
  return (
    <>
      <button className="button small" popoverTarget="word-lists">
        不看的词 {stopWords.length}
      </button>
      <div
        id="word-lists"
        className="layer wording-panel"
        popover="auto"
        role="dialog"
        aria-label="看与不看的词"
      >
        <WordList
          title="不看的词"
          explained="这些词不列在新提法和不再提里。"
          words={stopWords}
          ours={DEFAULT_STOP_WORDS}
          onChange={(words) => onChange({ stopWords: words })}
        />
        <WordList
          title="总要看的词"
          explained="这些词没有引号、只说过一次，也算提法。"
          words={listed}
          ours={DEFAULT_DICTIONARY}
          onChange={(words) => onChange({ listed: words })}
        />
      </div>
    </>
  );
}
