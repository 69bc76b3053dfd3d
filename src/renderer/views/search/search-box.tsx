import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { joinLines } from '../../../shared/search';
import { useApp, useSearch } from '../../state/app';
import { SearchGlyph } from '../frame/top-bar';
import { keyOf } from '../../commands/keys';
import { useTyping } from '../parts/typing';

/** What the query language knows, beside the words themselves. */
const SYNTAX: readonly (readonly [string, string])[] = [
  ['空格', '并且'],
  ['“ ”', '词组'],
  ['-词', '排除'],
  ['| 或 OR', '或者'],
];

/** A browser makes spaces of pasted line breaks, and a space means 并且: the lines are joined first. */
const onPaste = (event: ClipboardEvent): void => {
  const text = event.clipboardData.getData('text/plain');
  if (!text.includes('\n')) return;
  event.preventDefault();
  // Unlike setting the value, this is typing: it can be undone, and the box hears of it.
  document.execCommand('insertText', false, joinLines(text));
};

/** The one box. It searches while one types; Enter and ↓ go on to the results. */
export function SearchBox({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { search } = useApp();
  const query = useSearch((state) => state.query);
  const request = useSearch((state) => state.focusRequest);
  const field = useRef<HTMLInputElement>(null);
  const typing = useTyping(query, (text) => search.getState().ask(text));
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [request]);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key !== 'Enter' && key !== 'ArrowDown') return;
    event.preventDefault();
    if (key === 'Enter') search.getState().remember();
    onLeave();
  };
  return (
    <label className="field search-box">
      <SearchGlyph />
      <span className="visually-hidden">搜索全部报告</span>
      <input
        ref={field}
        {...typing}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        placeholder="搜一个词、一个数、一项指标"
        aria-describedby="search-syntax"
        autoComplete="off"
        spellCheck={false}
      />
      <span id="search-syntax" className="search-syntax">
        {SYNTAX.map(([sign, meaning]) => (
          <span key={sign}>
            <b>{sign}</b> {meaning}
          </span>
        ))}
      </span>
    </label>
  );
}
