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

/** Every key with what it does, by where it works: read from the commands themselves. */
export function KeyList(): ReactNode {
  return GROUPS.map(([group, title]) => (
    <section key={group} className="key-group">
      <h3>{title}</h3>
      <dl>
        {(MOVES[group] ?? []).map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        {(COMMANDS as readonly CommandSpec[])
          .filter((spec) => spec.group === group && spec.keys.length > 0)
          .map(({ id, keys, label }) => (
            <div key={id}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{keyWords(key)}</kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}
