import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { filingOf, type FilingFacts } from '../../../shared/library';
import { comboOf } from '../../commands/keys';
import { useApp } from '../../state/app';
import type { Twin } from '../../state/import/item';
import { grouped } from '../text/grouped';
import { AskedFact, NamedFields } from './asked-fact';
import { focusNextAsked, onAskedKey } from './asked-keys';
import { askedFields, unfilled, type Asked } from './asked-fields';
import { TwinChoices } from './twin-choice';

export type { Asked } from './asked-fields';

const WHERE: Readonly<Record<Twin['where'], string>> = {
  bundled: '书架上自带的',
  own: '书架上的',
  list: '',
};

const isOpenTwin = (item: Asked): item is Asked & { readonly twin: Twin } =>
  item.twin !== null && item.choice === null;

/** The file, how long its text is, and the other version where there is one. */
function FileCell({ item }: { readonly item: Asked }): ReactNode {
  const { origin, raw } = item.reading.imported;
  return (
    <div className="import-cell">
      <p className="import-name">{item.name}</p>
      {isOpenTwin(item) && (
        <p className="import-name">
          {WHERE[item.twin.where]}
          {item.twin.name}
        </p>
      )}
      <p className="caption">
        {origin.pages !== null && `${origin.pages} 页，`}
        {grouped(raw.length)} 字
      </p>
      {item.reading.imported.warnings.map((warning) => (
        <p key={warning} className="caption">
          {warning}
        </p>
      ))}
    </div>
  );
}

function Acts({
  item,
  isWhole,
  onAccept,
}: {
  readonly item: Asked;
  readonly isWhole: boolean;
  readonly onAccept: () => void;
}): ReactNode {
  const { imports } = useApp();
  return (
    <p className="import-acts">
      <button className="button small" disabled={!isWhole} onClick={onAccept}>
        就这样
      </button>
      <button className="quiet" onClick={() => imports.getState().dismiss(item.key)}>
        不要这篇
      </button>
    </p>
  );
}

function AskedItem({
  item,
  place: at,
  selected,
  onSelect,
  onEvidence,
}: {
  readonly item: Asked;
  readonly place: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onEvidence: () => void;
}): ReactNode {
  const { imports } = useApp();
  const row = useRef<HTMLLIElement>(null);
  const [facts, setFacts] = useState<FilingFacts>(() => unfilled(item));
  const fields = askedFields(item);
  const isWhole = filingOf(facts) !== null;
  const onward = (): (() => void) => {
    const list = row.current?.closest('.import-lists') ?? null;
    return () => focusNextAsked(list, at);
  };
  const accept = (): void => {
    // Where to go is known while the row stands; it is gone only once the answer has been held against the shelf.
    const goOn = onward();
    void imports.getState().answer(item.key, facts).then(goOn);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    const isButton = event.target instanceof HTMLButtonElement && !event.target.matches('.import-choice');
    if (comboOf(event) === 'Enter' && fields.length > 0 && isWhole && !isButton) {
      event.preventDefault();
      accept();
    } else onAskedKey(event, onEvidence);
  };
  const isNamed = fields.includes('title');
  return (
    <li
      ref={row}
      className="import-asked import-row"
      tabIndex={0}
      aria-label={`请您定：${item.name}`}
      data-selected={selected}
      onFocus={onSelect}
      onKeyDown={onKeyDown}
    >
      <FileCell item={item} />
      <AskedFact
        fact="place"
        item={item}
        facts={facts}
        isAsked={fields.includes('place')}
        onChange={setFacts}
      />
      <AskedFact fact="year" item={item} facts={facts} isAsked={fields.includes('year')} onChange={setFacts}>
        {isOpenTwin(item) && (
          <span className="caption">
            {grouped(item.reading.imported.raw.length)} 字里差 {grouped(item.twin.likeness.characters)} 个字
          </span>
        )}
      </AskedFact>
      <div className="import-cell">
        {isNamed ? (
          <NamedFields facts={facts} onChange={setFacts} />
        ) : (
          !isOpenTwin(item) && <span className="import-value">{facts.genre}</span>
        )}
        {isOpenTwin(item) && (
          <TwinChoices
            item={item}
            onChoose={(choice) => {
              const goOn = onward();
              imports.getState().decide(item.key, choice);
              goOn();
            }}
          />
        )}
        {fields.length > 0 && <Acts item={item} isWhole={isWhole} onAccept={accept} />}
      </div>
    </li>
  );
}

/** 请您定: only what is unsure is asked, with the words it rests on; then files that came twice. */
export function AskedItems({
  items,
  selected,
  onSelect,
  onEvidence,
}: {
  readonly items: readonly Asked[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onEvidence: () => void;
}): ReactNode {
  if (items.length === 0) return null;
  const twins = items.filter(isOpenTwin);
  const groups = [
    {
      title: '请您定',
      words: '个。只问拿不准的一处，其余已认出',
      rows: items.filter((item) => !isOpenTwin(item)),
    },
    { title: '同一篇来了两份', words: '组', rows: twins },
  ].filter(({ rows }) => rows.length > 0);
  const order = groups.flatMap(({ rows }) => rows.map(({ key }) => key));
  return (
    <>
      <div className="import-heads import-row" aria-hidden="true">
        <span>文件</span>
        <span>地区</span>
        <span>年份</span>
        <span>性质</span>
      </div>
      {groups.map(({ title, words, rows }) => (
        <section key={title}>
          <h2>
            {title}{' '}
            <span className="caption">
              {rows.length} {words}
            </span>
          </h2>
          <ul className="import-list">
            {rows.map((item) => (
              <AskedItem
                // What was answered is another question: a twin that was found by the answer.
                key={`${item.key} ${String(item.twin?.id)} ${String(item.choice)}`}
                item={item}
                place={order.indexOf(item.key)}
                selected={item.key === selected}
                onSelect={() => onSelect(item.key)}
                onEvidence={onEvidence}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
