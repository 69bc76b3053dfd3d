import { useEffect, useRef, useState, type ReactNode } from 'react';
import { GLOSSARY } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import type { CommandGroup } from '../../../shared/commands';
import { useNavigation } from '../../state/app';
import { useTyping } from '../parts/typing';
import { KeyList } from './key-list';
import './help-sheet.css';

/** The group of keys of a view, which stands first there. */
const PRESENT: Readonly<Record<string, CommandGroup>> = {
  reader: 'reading',
  search: 'table',
  compare: 'table',
  indicators: 'table',
  commitments: 'table',
  wording: 'table',
  notes: 'table',
};

/** 词: what the words of the trade mean here. */
function Words({ query }: { readonly query: string }): ReactNode {
  const words = Object.entries(GLOSSARY).filter((entry) => entry.some((text) => text.includes(query.trim())));
  if (words.length === 0) return null;
  return (
    <section className="key-group">
      <h3>词</h3>
      <dl>
        {words.map(([word, meaning]) => (
          <div key={word} className="key-word">
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const view = useNavigation(({ place }) => place.view);
  const [query, setQuery] = useState('');
  const typing = useTyping(query, setQuery);
  const dialog = useRef<HTMLDialogElement>(null);
  const groups = useRef<HTMLDivElement>(null);
  // Page keys scroll the list at once; the field is one Shift+Tab away.
  useEffect(() => {
    dialog.current?.showModal();
    groups.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="layer help-sheet"
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <header>
        <h2 id="help-title" className="view-title">
          按键
        </h2>
        <span className="caption">正在写字时，单个字母不作按键用</span>
        <input
          className="field help-find"
          type="search"
          aria-label="找一个按键或一件事"
          placeholder="找一个按键或一件事"
          {...typing}
        />
        <button className="icon-button" aria-label="关闭" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      <div className="key-groups" ref={groups} tabIndex={0} role="region" aria-label="按键表">
        <div className="key-columns">
          <KeyList first={PRESENT[view] ?? null} query={query} />
          <Words query={query} />
        </div>
      </div>
    </dialog>
  );
}

/** 按键: every key there is, over any view; F1 or ? opens it. */
export function HelpSheet(): ReactNode {
  const [open, setOpen] = useState(false);
  useCommands({ help: () => setOpen(!open) });
  return open && <Sheet onClose={() => setOpen(false)} />;
}
