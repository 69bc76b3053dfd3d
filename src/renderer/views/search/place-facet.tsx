import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { answerFields, fieldOf, type FacetCount } from '../../../shared/search';
import { useTyping } from '../parts/typing';
import { Count } from './facet-group';
import { byLevel, type LevelCounts } from './place-levels';
import { ticksOf, toggledAll } from './ticks';

type Place = string | null;
type Counts = readonly FacetCount<Place>[];

interface Choice {
  /** All places that have hits. */
  readonly values: readonly Place[];
  readonly chosen: readonly Place[] | undefined;
  readonly onChoose: (values: readonly Place[] | undefined) => void;
}

/** So many places of a level are shown unasked. */
const MOST_ROWS = 6;

const labelOf = (place: Place): string => place ?? '地区不详';

/** The places that answer what was typed: by name, pinyin or initials. */
const useAnswering = (counts: Counts, asked: string): Counts => {
  const fields = useMemo(() => counts.map((count) => fieldOf(count, labelOf(count.value))), [counts]);
  return useMemo(
    () => (asked.trim() === '' ? counts : answerFields(fields, asked).map(({ item }) => item)),
    [counts, fields, asked],
  );
};

/** A tick for one place or for several at once, with the way to see these alone. */
function Tick({
  label,
  places,
  count,
  choice: { values, chosen, onChoose },
}: {
  readonly label: string;
  readonly places: readonly Place[];
  readonly count: Pick<FacetCount<Place>, 'exact' | 'near'>;
  readonly choice: Choice;
}): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  const ticks = ticksOf(chosen, places);
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticks === 'some';
  }, [ticks]);
  return (
    <div className="facet-value">
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={ticks === 'all'}
          onChange={() => onChoose(toggledAll(values, chosen, places))}
        />
        <span>{label}</span>
      </label>
      <button className="quiet facet-only" aria-label={`只看${label}`} onClick={() => onChoose(places)}>
        只看
      </button>
      <Count {...count} />
    </div>
  );
}

/** A level with its places: the first few, and all of them where something was typed or they were asked for. */
function Level({
  group: { level, counts, exact, near },
  all,
  choice,
}: {
  readonly group: LevelCounts;
  readonly all: boolean;
  readonly choice: Choice;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const whole = all || open || counts.length <= MOST_ROWS + 1;
  const shown = whole ? counts : counts.slice(0, MOST_ROWS);
  const label = level === '其他' ? '别的地方' : level;
  return (
    <div className="facet-level">
      <Tick
        label={`${label} ${counts.length}`}
        places={counts.map(({ value }) => value)}
        count={{ exact, near }}
        choice={choice}
      />
      <div className="facet-inner">
        {shown.map((count) => (
          <Tick
            key={labelOf(count.value)}
            label={labelOf(count.value)}
            places={[count.value]}
            count={count}
            choice={choice}
          />
        ))}
        {!all && counts.length > MOST_ROWS + 1 && (
          <button className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : `其余 ${counts.length - MOST_ROWS} 个`}
          </button>
        )}
      </div>
    </div>
  );
}

/** 地区 where there are many: by level, with a filter of its own. */
export function PlaceFacet({
  counts,
  chosen,
  onChoose,
}: Omit<Choice, 'values'> & { readonly counts: Counts }): ReactNode {
  const id = useId();
  const [asked, setAsked] = useState('');
  const typing = useTyping(asked, setAsked);
  const answering = useAnswering(counts, asked);
  const levels = useMemo(() => byLevel(answering), [answering]);
  const values = useMemo(() => counts.map(({ value }) => value), [counts]);
  const choice = { values, chosen, onChoose };
  return (
    <div className="facet" role="group" aria-labelledby={id}>
      <h3 id={id} className="caption">
        地区
        {chosen && (
          <button className="quiet" onClick={() => onChoose(undefined)} aria-label="地区：全选">
            全选
          </button>
        )}
      </h3>
      <input
        className="field"
        type="search"
        aria-label="筛地区"
        placeholder="筛地区，首字母也行"
        {...typing}
      />
      {levels.map((group) => (
        <Level key={group.level} group={group} all={asked.trim() !== ''} choice={choice} />
      ))}
      {levels.length === 0 && <p className="caption">有这个词的地区里没有“{asked.trim()}”。</p>}
    </div>
  );
}
