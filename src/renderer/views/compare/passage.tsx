import type { ReactNode } from 'react';
import type { Row } from '../../../shared/compare';
import { namePlace } from '../../../shared/sheet';
import { MarkedText } from '../text/marked-text';
import type { ReportSide, ShownLine } from './words';

type SideName = 'left' | 'right';

/** A report's own words, those marked that the other report does not have. */
function Words({
  side,
  name,
  row,
}: {
  readonly side: ReportSide;
  readonly name: SideName;
  readonly row: Row;
}): ReactNode {
  const range = row[name];
  if (!range) return null;
  return (
    <MarkedText
      clean={side.report.clean}
      range={range}
      marked={row.kind === 'heading' ? [] : row.words[name]}
      as={name === 'left' ? 'del' : 'ins'}
    />
  );
}

/** Where a moved passage stands in the other report, and the way there. */
function Whereabouts({
  place,
  word,
  reachable,
  onGo,
}: {
  readonly place: string;
  readonly word: '移至' | '移自';
  readonly reachable: boolean;
  readonly onGo: () => void;
}): ReactNode {
  return (
    <span className="whereabouts">
      {word}
      <span className="whereabouts-place">{place}</span>
      <button className="quiet" tabIndex={reachable ? 0 : -1} aria-label={`前往 ${place}`} onClick={onGo}>
        前往
      </button>
    </span>
  );
}

/** One side of a row: the passage, or the words that say there is none. */
export function Passage({
  side,
  name,
  line,
  selected,
  onGo,
}: {
  readonly side: ReportSide;
  readonly name: SideName;
  readonly line: ShownLine;
  readonly selected: boolean;
  readonly onGo: () => void;
}): ReactNode {
  const { data: row, at, block } = line;
  const section = name === 'left' ? row.leftSection : row.rightSection;
  if (!row[name]) return <span className="passage-gap">{side.gap}</span>;
  const elsewhere = row.relation === 'moved' && at !== name && section !== null;
  const words = (
    <span className="passage">
      <Words side={side} name={name} row={row} />
    </span>
  );
  if (!elsewhere) return words;
  return (
    <div className="passage-moved">
      <Whereabouts
        word={name === 'right' ? '移至' : '移自'}
        place={block[name].includes(section) ? '本节另一处' : namePlace(side.report, section)}
        reachable={selected}
        onGo={onGo}
      />
      {words}
    </div>
  );
}
