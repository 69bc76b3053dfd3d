import { useMemo, useState, type ReactNode } from 'react';
import type { Comparison } from '../../../shared/compare';
import type { Topic } from '../../../shared/report';
import { useApp } from '../../state/app';
import type { CompareChoices, Cursor, Stage } from '../../state/compare/compare';
import { Legend } from './marks';
import { CompareTable } from './table';
import { TopicList, TopicSelect } from './topics';
import { countRelations, otherPlace, shownLines, type ShownLine, type Sides } from './words';

function SideSwitch({
  sides,
  shown,
  onChoose,
}: {
  readonly sides: Sides;
  readonly shown: Cursor['side'];
  readonly onChoose: (side: Cursor['side']) => void;
}): ReactNode {
  return (
    <div className="segment" role="group" aria-label="看哪一篇">
      {(['left', 'right'] as const).map((side) => (
        <button key={side} aria-pressed={shown === side} onClick={() => onChoose(side)}>
          {sides[side].tag}
        </button>
      ))}
    </div>
  );
}

function NoChanges({
  topic,
  choices,
}: {
  readonly topic: Topic;
  readonly choices: CompareChoices;
}): ReactNode {
  return (
    <div className="compare-none">
      <p>“{topic}”没有改动，两篇说得一样。</p>
      <button className="button" onClick={() => choices.choose({ onlyChanges: false })}>
        看正文
      </button>
    </div>
  );
}

/** The topics at the left, and the two texts of the one chosen. */
export function TopicColumns({
  comparison,
  sides,
  stage,
  topic,
  notice,
  choices,
}: {
  readonly comparison: Comparison;
  readonly sides: Sides;
  readonly stage: Stage;
  readonly topic: Topic;
  /** One sentence where the pair is not an ordinary one. */
  readonly notice: string | null;
  readonly choices: CompareChoices;
}): ReactNode {
  const { navigation } = useApp();
  const { onlyChanges, cursor, choose } = choices;
  const [narrowSide, setNarrowSide] = useState<Cursor['side']>('right');
  const lines = useMemo(() => shownLines(comparison, topic, onlyChanges), [comparison, topic, onlyChanges]);
  const openReader = ({ line, side }: Cursor) => {
    const row = lines[line]?.data;
    const here = row?.[side];
    const name = here ? side : side === 'left' ? 'right' : 'left';
    const range = row?.[name];
    if (range) navigation.getState().openReport(sides[name].report.id, range);
  };
  const goToOther = (line: ShownLine) => {
    const place = otherPlace(comparison, line, onlyChanges);
    const side = line.at === 'left' ? 'right' : 'left';
    if (place)
      choose({ topic: place.topic, cursor: { line: place.line, side, jump: (cursor?.jump ?? 0) + 1 } });
  };
  const list = {
    topics: comparison.topics,
    current: topic,
    stage: stage.label,
    tags: [sides.left.tag, sides.right.tag],
    onChoose: (next: Topic) => choose({ topic: next, cursor: null }),
  };
  return (
    <div className="compare" data-side={narrowSide}>
      <aside className="compare-side" aria-label="领域与图例">
        <TopicList {...list} />
        <Legend counts={countRelations(lines)} />
      </aside>
      <div className="compare-narrow">
        <TopicSelect {...list} />
        <SideSwitch sides={sides} shown={narrowSide} onChoose={setNarrowSide} />
      </div>
      <div className="compare-main">
        {notice && <p className="compare-notice">{notice}</p>}
        {lines.length === 0 ? (
          <NoChanges topic={topic} choices={choices} />
        ) : (
          <CompareTable
            key={`${stage.id}/${topic}/${onlyChanges}`}
            sides={sides}
            lines={lines}
            stage={stage.label}
            topic={topic}
            cursor={cursor}
            onCursor={(next) => choose({ cursor: next })}
            onOpen={openReader}
            onGo={goToOther}
          />
        )}
      </div>
    </div>
  );
}
