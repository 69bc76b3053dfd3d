import { useEffect, useRef, useState, type ReactNode } from 'react';
import { GLOSSARY } from '../../../shared/report';
import { useCommands } from '../../commands/use-commands';
import { KeyList } from './key-list';
import './help-sheet.css';

function Sheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
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
        <button className="icon-button" aria-label="关闭" onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      <div className="key-groups" tabIndex={0} role="region" aria-label="按键表">
        <KeyList />
        <section className="key-group">
          <h3>词</h3>
          <dl>
            {Object.entries(GLOSSARY).map(([word, words]) => (
              <div key={word} className="key-word">
                <dt>{word}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
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
