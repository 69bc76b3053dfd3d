import { useMemo, type ReactNode } from 'react';
import type { MatrixColumn, MatrixRow } from '../../../../shared/compare';
import { likelySame, wordingsOf, type LikelySame } from '../../../../shared/indicators';
import { answerFields, fieldOf } from '../../../../shared/search';
import { classificationWords } from '../../../../shared/report';
import {
  useClassifications,
  useClassifyActions,
  type ClassifyActions,
  type KeptClassification,
} from '../../../state/notes/classifications';
import { useModal } from '../../parts/modal';
import type { PickerWords } from '../../parts/picker/offers';
import { TypedPicker } from '../../parts/picker/typed-picker';
import './same-dialog.css';

/** So many are offered unasked; the rest is found by typing. */
const MOST_OFFERED = 5;

const WORDS: PickerWords = {
  counter: '项',
  none: '没有这样的指标，换个叫法，或用拼音、首字母。',
  take: '合成一项',
  placeholder: '指标名、拼音首字母',
};

const rowName = ({ name, remark, unit }: MatrixRow): string =>
  `${[name, remark].filter(Boolean).join(' ')}${unit && `（${unit}）`}`;

/** 2021、2023 年, the years a row has a value in. */
const yearsOf = ({ cells }: MatrixRow, columns: readonly MatrixColumn[]): string => {
  const years = columns.flatMap(({ year }, at) => (cells[at]?.values.length ? [year] : []));
  return `${[...new Set(years)].toSorted((a, b) => a - b).join('、')} 年有数`;
};

function Offer({
  offer,
  columns,
  onJoin,
}: {
  readonly offer: LikelySame;
  readonly columns: readonly MatrixColumn[];
  readonly onJoin: () => void;
}): ReactNode {
  return (
    <li className="same-row">
      <div>
        <p className="same-name">{rowName(offer.row)}</p>
        <p className="caption">{[yearsOf(offer.row, columns), ...offer.evidence].join('；')}。</p>
      </div>
      <button className="button small" onClick={onJoin}>
        合成一项
      </button>
    </li>
  );
}

function Offers({
  row,
  offers,
  columns,
  onJoin,
}: {
  readonly row: MatrixRow;
  readonly offers: readonly LikelySame[];
  readonly columns: readonly MatrixColumn[];
  readonly onJoin: (other: MatrixRow) => void;
}): ReactNode {
  const likely = offers.filter((offer) => offer.likely).slice(0, MOST_OFFERED);
  const find = useMemo(() => {
    const fields = offers.map((offer) => fieldOf(offer, offer.row.name));
    return (asked: string) =>
      (asked.trim() === '' ? offers : answerFields(fields, asked).map(({ item }) => item)).map(
        ({ row: other, evidence }) => ({ key: other.id, name: rowName(other), reason: evidence[0] ?? '' }),
      );
  }, [offers]);
  if (offers.length === 0)
    return (
      <p className="caption">
        “{row.name}”没有写明是什么，各处说的不一定是一回事，不能按名称合并；也可能没有单位相同的别的项。
      </p>
    );
  return (
    <>
      {likely.length > 0 ? (
        <ul>
          {likely.map((offer) => (
            <Offer key={offer.row.id} {...{ offer, columns }} onJoin={() => onJoin(offer.row)} />
          ))}
        </ul>
      ) : (
        <p className="caption">没有名称相近、各年又不打架的项。</p>
      )}
      <TypedPicker
        label="另找一项"
        value=""
        find={find}
        words={WORDS}
        onChoose={(key) => {
          const other = offers.find((offer) => offer.row.id === key);
          if (other) onJoin(other.row);
        }}
      />
    </>
  );
}

/** The wordings a row goes by, and what the reader has said of it. */
function Wordings({
  row,
  words,
  actions,
}: {
  readonly row: MatrixRow;
  readonly words: readonly KeptClassification[];
  readonly actions: ClassifyActions;
}): ReactNode {
  const wordings = wordingsOf(row);
  return (
    <>
      <h3>这一行里的叫法</h3>
      {wordings.length === 0 && words.length === 0 && (
        <p className="caption">各处都叫“{row.indicator}”，没有可拆的。</p>
      )}
      <ul>
        {words.map((word) => (
          <li key={word.note} className="same-row">
            <p>您说过：{classificationWords(word)}</p>
            <button className="button small" onClick={() => actions.withdraw(word)}>
              撤回
            </button>
          </li>
        ))}
        {wordings.map((name) => (
          <li key={name} className="same-row">
            <p className="same-name">{name}</p>
            <button className="button small" onClick={() => actions.part(row, name)}>
              拆出去
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 合并或拆开: which rows are one indicator, and which wordings are not, by the reader's word. */
export function SameDialog({
  row,
  rows,
  columns,
  onJoined,
  onClose,
}: {
  readonly row: MatrixRow;
  /** All rows of the matrix, also those that are not shown. */
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** Told which row it stands in from now on. */
  readonly onJoined: (other: MatrixRow) => void;
  readonly onClose: () => void;
}): ReactNode {
  const dialog = useModal();
  const actions = useClassifyActions();
  const words = useClassifications().filter(({ indicator }) => indicator === row.indicator);
  const offers = useMemo(() => likelySame(row, rows, columns), [row, rows, columns]);
  return (
    <dialog ref={dialog} className="layer same" aria-labelledby="same-title" onClose={onClose}>
      <h2 id="same-title">“{rowName(row)}”：合并或拆开</h2>
      <p className="caption">对所有地方都算数，记成一条批注：能撤销、能导出，随备份走。</p>
      <h3>可能是同一项</h3>
      <Offers
        {...{ row, offers, columns }}
        onJoin={(other) => {
          actions.join(row, other);
          onJoined(other);
        }}
      />
      <Wordings {...{ row, words, actions }} />
      <div className="same-foot">
        <button className="button" onClick={onClose}>
          关上
        </button>
      </div>
    </dialog>
  );
}
