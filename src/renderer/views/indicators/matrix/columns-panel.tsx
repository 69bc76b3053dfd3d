import { useMemo, useState, type ReactNode } from 'react';
import type { MatrixRow } from '../../../../shared/compare';
import { MATRIX_SORTS, useMatrixChoices } from '../../../state/indicators/matrix';
import { AS_IT_COMES, movedOrder, toggled, type ShownMatrix } from '../../../../shared/indicators';
import type { MatrixAtHand } from '../../../state/indicators/use-matrix';
import { PickerLayer } from '../../parts/picker/picker-layer';
import { PLACE_WORDS, placeFinder } from '../../parts/scope/scope-offers';
import '../../parts/check-row.css';

interface PanelProps {
  readonly hand: MatrixAtHand;
  readonly shown: ShownMatrix;
}

function Check({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
}): ReactNode {
  return (
    <label className="check-row">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onChange} />
      {label}
    </label>
  );
}

/** Of more places those shown are listed, and others are picked by typing. */
const MOST_LISTED = 24;

/** 地区 and 年份: which columns are there. The last one of a kind cannot be taken away. */
function Columns({ hand, shown }: PanelProps): ReactNode {
  const { hiddenColumns, byYear, choose } = useMatrixChoices();
  const { places, chosen, matrix } = hand;
  const places2 = chosen.length > 1;
  const listed = places.length > MOST_LISTED ? chosen : places;
  const find = useMemo(() => placeFinder(places), [places]);
  return (
    <>
      <fieldset>
        <legend>地区</legend>
        {listed.map((place) => (
          <Check
            key={place}
            label={place}
            checked={chosen.includes(place)}
            disabled={chosen.length === 1 && chosen.includes(place)}
            onChange={() => choose({ places: toggled(chosen, place) })}
          />
        ))}
        {listed.length < places.length && (
          <PickerLayer
            label="加一个地方"
            shown="加一个地方"
            find={find}
            words={PLACE_WORDS}
            onChoose={(place) => choose({ places: [...new Set([...chosen, place])] })}
          />
        )}
        {places2 && (
          <Check label="同一年的各地挨着排" checked={byYear} onChange={() => choose({ byYear: !byYear })} />
        )}
      </fieldset>
      <fieldset>
        <legend>年份</legend>
        {matrix.columns.map(({ id, place, year }) => (
          <Check
            key={id}
            label={places2 ? `${place} ${String(year)}` : `${String(year)} 年`}
            checked={!hiddenColumns.includes(id)}
            disabled={shown.columns.length === 1 && shown.columns[0]?.id === id}
            onChange={() => choose({ hiddenColumns: toggled(hiddenColumns, id) })}
          />
        ))}
      </fieldset>
    </>
  );
}

function Order({ shown }: Pick<PanelProps, 'shown'>): ReactNode {
  const { sort, byTopic, singles, choose } = useMatrixChoices();
  return (
    <fieldset>
      <legend>排序</legend>
      <div className="segment" role="group" aria-label="排序">
        {MATRIX_SORTS.map(({ id, label }) => (
          <button key={id} type="button" aria-pressed={sort === id} onClick={() => choose({ sort: id })}>
            {label}
          </button>
        ))}
      </div>
      <Check label="按领域分组" checked={byTopic} onChange={() => choose({ byTopic: !byTopic })} />
      <Check
        label={`只有一个数的也列出${shown.singles > 0 ? `（${String(shown.singles)} 项）` : ''}`}
        checked={singles}
        onChange={() => choose({ singles: !singles })}
      />
    </fieldset>
  );
}

function RowTools({ row, shown }: { readonly row: MatrixRow; readonly shown: ShownMatrix }): ReactNode {
  const { pinnedRows, hiddenRows, choose } = useMatrixChoices();
  const pinned = pinnedRows.includes(row.id);
  const group = shown.groups.find(({ rows }) => rows.some(({ id }) => id === row.id));
  const at = group?.rows.findIndex(({ id }) => id === row.id) ?? 0;
  const move = (step: -1 | 1): void => {
    const order = movedOrder(shown.groups, row.id, step);
    if (pinned) choose({ pinnedRows: order.filter((id) => pinnedRows.includes(id)) });
    else choose({ sort: 'own', order });
  };
  return (
    <li className="panel-row">
      <span className="panel-row-name">
        {row.name} {row.remark && <span className="matrix-remark">{row.remark}</span>}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.name}上移`}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`${row.name}下移`}
        disabled={at === (group?.rows.length ?? 1) - 1}
        onClick={() => move(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={pinned}
        onClick={() => choose({ pinnedRows: toggled(pinnedRows, row.id) })}
      >
        {pinned ? '不钉' : '钉住'}
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => choose({ hiddenRows: toggled(hiddenRows, row.id) })}
      >
        隐藏
      </button>
    </li>
  );
}

function Rows({ shown }: Pick<PanelProps, 'shown'>): ReactNode {
  const { hiddenRows, choose } = useMatrixChoices();
  return (
    <fieldset>
      <legend>各行</legend>
      {shown.hidden.length > 0 && (
        <p className="panel-hidden">
          已隐藏：
          {shown.hidden.map((row) => (
            <button
              key={row.id}
              type="button"
              className="quiet"
              aria-label={`恢复${row.name}`}
              onClick={() => choose({ hiddenRows: toggled(hiddenRows, row.id) })}
            >
              {row.name} 恢复
            </button>
          ))}
        </p>
      )}
      <ul>
        {shown.groups.flatMap(({ rows }) =>
          rows.map((row) => <RowTools key={row.id} row={row} shown={shown} />),
        )}
      </ul>
    </fieldset>
  );
}

const EVERYTHING = { places: [], ...AS_IT_COMES };

/** 列与排序: places, years, order and rows. What is chosen is remembered. */
export function ColumnsPanel({ hand, shown }: PanelProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { choose } = useMatrixChoices();
  return (
    <>
      <button className="button small" popoverTarget="matrix-columns">
        列与排序
      </button>
      <div
        id="matrix-columns"
        className="layer matrix-panel"
        popover="auto"
        role="dialog"
        aria-label="列与排序"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && (
          <>
            <h2 className="section-title">列与排序</h2>
            <Columns hand={hand} shown={shown} />
            <Order shown={shown} />
            <Rows shown={shown} />
            <button type="button" className="button small" onClick={() => choose(EVERYTHING)}>
              全部还原
            </button>
          </>
        )}
      </div>
    </>
  );
}
