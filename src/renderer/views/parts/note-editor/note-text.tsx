import { useMemo, type ReactNode } from 'react';
import { noteBlocks, type NoteBlock, type NoteRun } from '../../../../shared/exchange';

/** Words in their look. A web address is shown and never followed: this program opens no connection. */
function Run({ run }: { readonly run: NoteRun }): ReactNode {
  const { text, strong, emphasis, deleted, code, href } = run;
  let words: ReactNode = text;
  if (code) words = <code>{words}</code>;
  if (emphasis) words = <em>{words}</em>;
  if (deleted) words = <del>{words}</del>;
  if (strong) words = <strong>{words}</strong>;
  return href === undefined ? (
    words
  ) : (
    <span className="note-link" title={href}>
      {words}
    </span>
  );
}

/** A `span`, since a note's words also stand inside a button. */
function Block({ block }: { readonly block: NoteBlock }): ReactNode {
  if (block.kind === 'code') return <code className="note-block">{block.text}</code>;
  const words = block.runs.map((run, index) => <Run key={index} run={run} />);
  if (block.kind !== 'item')
    return <span className={`note-block ${block.kind === 'paragraph' ? '' : block.kind}`}>{words}</span>;
  return (
    <span className="note-block item" data-depth={Math.min(block.depth, 4)}>
      <span className="note-marker">{block.marker}</span>
      <span>{words}</span>
    </span>
  );
}

/** A note's Markdown as it is meant; whatever is typed, it is text. */
export function NoteText({ text }: { readonly text: string }): ReactNode {
  const blocks = useMemo(() => noteBlocks(text), [text]);
  return blocks.map((block, index) => <Block key={index} block={block} />);
}
