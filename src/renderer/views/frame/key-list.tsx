import type { ReactNode } from 'react';
import {
  COMMANDS,
  COMMAND_GROUPS,
  keyWords,
  type CommandGroup,
  type CommandSpec,
} from '../../../shared/commands';

const GROUPS = Object.entries(COMMAND_GROUPS) as readonly (readonly [CommandGroup, string])[];

/** Keys that move, which no command needs to be told of. */
const MOVES: Readonly<Partial<Record<CommandGroup, readonly (readonly [string, string])[]>>> = {
  reading: [
    ['PageDown / PageUp / 空格', '翻页'],
    ['Home / End', '篇首、篇末'],
  ],
  table: [
    ['↑ ↓ ← →', '移到邻近的一格'],
    ['Home / End', '一行的头、尾；列表里是第一条、最后一条'],
    ['Ctrl Home / Ctrl End', '全表的头、尾'],
  ],
};

interface KeyLine {
  readonly keys: readonly string[];
  readonly label: string;
}

/** The lines of a group: keys that move, then those of its commands. */
const linesOf = (group: CommandGroup): readonly KeyLine[] => [
  ...(MOVES[group] ?? []).map(([keys, label]) => ({ keys: [keys], label })),
  ...(COMMANDS as readonly CommandSpec[])
    .filter((spec) => spec.group === group && spec.keys.length > 0)
    .map(({ keys, label }) => ({ keys: keys.map(keyWords), label })),
];

/** Every key with what it does, by where it works: read from the commands themselves. */
export function KeyList({
  first = null,
  query = '',
}: {
  /** The group that stands first; the others keep their order. */
  readonly first?: CommandGroup | null;
  /** What the keys or the words of a line must hold. */
  readonly query?: string;
}): ReactNode {
  const wanted = query.trim().toLowerCase();
  return GROUPS.toSorted(([a], [b]) => Number(b === first) - Number(a === first)).map(([group, title]) => {
    const lines = linesOf(group).filter((line) =>
      [line.label, ...line.keys].some((words) => words.toLowerCase().includes(wanted)),
    );
    return (
      lines.length > 0 && (
        <section key={group} className="key-group">
          <h3>{title}</h3>
          <dl>
            {lines.map(({ keys, label }) => (
              <div key={keys.join()}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    );
  });
}
