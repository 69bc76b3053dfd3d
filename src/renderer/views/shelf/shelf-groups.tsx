import { useId, useRef, useState, type ReactNode } from 'react';
import { useShell } from '../../state/app';
import { useGroups } from '../../state/library/use-scope';
import type { Group, Groups } from '../../state/library/groups';
import { useTyping } from '../parts/typing';

/** Does something to groups or pins and offers to take it back. */
const useUndoable = (): ((text: string, act: (groups: Groups) => void) => void) => {
  const { toast } = useShell();
  const groups = useGroups();
  return (text, act) => {
    const { list, pins } = groups;
    act(groups);
    toast.getState().show({ text, action: { label: '撤销', run: () => groups.restore({ list, pins }) } });
  };
};

/** 存成分组…: what the table is filtered to, under a name of the reader's own. */
export function GroupMaker({
  places,
  asked,
}: {
  readonly places: readonly string[];
  /** What is typed into the filter: the name that is proposed. */
  readonly asked: string;
}): ReactNode {
  const id = useId();
  const layer = useRef<HTMLDivElement>(null);
  const [name, setName] = useState('');
  const typing = useTyping(name, setName);
  const change = useUndoable();
  return (
    <>
      <button className="button small" popoverTarget={id} disabled={places.length === 0}>
        存成分组…
      </button>
      <div
        id={id}
        ref={layer}
        className="layer shelf-group-maker"
        popover="auto"
        role="dialog"
        aria-label="存成分组"
        onToggle={({ newState }) => newState === 'open' && setName(asked.trim())}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            layer.current?.hidePopover();
            change(`已存成分组“${name.trim()}”，各处都能选它`, ({ make }) => make(name, places));
          }}
        >
          <label>
            名称
            <input className="field" maxLength={40} {...typing} />
          </label>
          <p className="caption">{places.length} 个地方；以后入架的各年报告也在里面。</p>
          <button className="button primary" disabled={name.trim() === ''}>
            存成分组
          </button>
        </form>
      </div>
    </>
  );
}

function GroupRow({
  group,
  onShow,
}: {
  readonly group: Group;
  readonly onShow: (name: string) => void;
}): ReactNode {
  const change = useUndoable();
  const { id, name, places } = group;
  return (
    <li className="shelf-shortcut">
      <button className="outline-place inner" onClick={() => onShow(name)}>
        <span>{name}</span>
        <span className="caption">{places.length} 地</span>
      </button>
      <button
        className="icon-button"
        aria-label={`解散分组“${name}”`}
        title="解散分组，报告都在"
        onClick={() => change(`已解散分组“${name}”，报告都在`, ({ remove }) => remove(id))}
      >
        ×
      </button>
    </li>
  );
}

/** What stands over the outline: pinned places, and groups. */
export function Shortcuts({
  onGo,
  onShow,
}: {
  /** Brings a place into view. */
  readonly onGo: (place: string) => void;
  /** Filters the table to a group. */
  readonly onShow: (name: string) => void;
}): ReactNode {
  const { list, pins } = useGroups();
  return (
    <>
      {pins.length > 0 && (
        <>
          <h3 className="caption">置顶</h3>
          <ul aria-label="置顶的地方">
            {pins.map((place) => (
              <li key={place}>
                <button className="outline-place inner" onClick={() => onGo(place)}>
                  {place}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {list.length > 0 && (
        <>
          <h3 className="caption">分组</h3>
          <ul aria-label="分组">
            {list.map((group) => (
              <GroupRow key={group.id} group={group} onShow={onShow} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What can be done with a place of the table: 置顶, and in which groups it is. */
export function PlaceActs({ place }: { readonly place: string }): ReactNode {
  const { list, pins } = useGroups();
  const change = useUndoable();
  const pinned = pins.includes(place);
  return (
    <p className="shelf-place-acts">
      <button
        className="quiet"
        aria-pressed={pinned}
        onClick={() =>
          change(pinned ? `${place}不再置顶` : `${place}已置顶`, ({ togglePin }) => togglePin(place))
        }
      >
        {pinned ? '取消置顶' : '置顶'}
      </button>
      {list.map(({ id, name, places }) => {
        const inside = places.includes(place);
        return (
          <button
            key={id}
            className="quiet"
            aria-pressed={inside}
            onClick={() =>
              change(inside ? `${place}已从“${name}”移出` : `${place}已放进“${name}”`, ({ toggle }) =>
                toggle(id, place),
              )
            }
          >
            {inside ? `移出“${name}”` : `放进“${name}”`}
          </button>
        );
      })}
    </p>
  );
}
