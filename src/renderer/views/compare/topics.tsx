import { useId, type ReactNode } from 'react';
import type { TopicCount } from '../../../shared/compare';
import type { Topic } from '../../../shared/report';
import type { Sides } from './words';

interface TopicsProps {
  readonly topics: readonly TopicCount[];
  readonly current: Topic;
  readonly stage: string;
  readonly sides: Sides;
  readonly onChoose: (topic: Topic) => void;
}

const count = (sections: number): string => (sections === 0 ? '无' : String(sections));

function Count({ tag, sections }: { readonly tag: string; readonly sections: number }): ReactNode {
  return (
    <span>
      <span className="visually-hidden">，{tag} </span>
      {count(sections)}
      <span className="visually-hidden"> 节</span>
    </span>
  );
}

/** 领域: every topic either report has, with the number of its sections on each side. */
export function TopicList({ topics, current, stage, sides, onChoose }: TopicsProps): ReactNode {
  return (
    <div className="topic-list">
      <h2>领域</h2>
      <p className="topic-counts caption">
        <span>{stage}的节数</span>
        <span>{sides.left.tag}</span>
        <span>{sides.right.tag}</span>
      </p>
      <ul>
        {topics.map(({ topic, sections: [left, right] }) => (
          <li key={topic}>
            <button
              className={`topic-counts${topic === current ? ' row-selected' : ''}`}
              aria-current={topic === current}
              onClick={() => onChoose(topic)}
            >
              <span>{topic}</span>
              <Count tag={sides.left.tag} sections={left} />
              <Count tag={sides.right.tag} sections={right} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same choice where there is no room for a list. */
export function TopicSelect({ topics, current, sides, onChoose }: TopicsProps): ReactNode {
  const chosen = (value: string): void => {
    const topic = topics.find((item) => item.topic === value);
    if (topic) onChoose(topic.topic);
  };
  const id = useId();
  return (
    <div className="topic-select">
      <label htmlFor={id}>领域</label>
      <select id={id} className="field" value={current} onChange={({ target }) => chosen(target.value)}>
        {topics.map(({ topic, sections: [left, right] }) => (
          <option key={topic} value={topic}>
            {topic}（{sides.left.tag} {count(left)}，{sides.right.tag} {count(right)}）
          </option>
        ))}
      </select>
    </div>
  );
}
