import { useId, type ReactNode } from 'react';
import type { Topic } from '../../../shared/report';

interface TopicsProps {
  /** How many sections each report has of each topic. */
  readonly topics: readonly { readonly topic: Topic; readonly sections: readonly number[] }[];
  readonly current: Topic;
  readonly stage: string;
  /** What tells the reports apart: 2023, 2025. */
  readonly tags: readonly string[];
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

/** 领域: every topic the reports have, with the number of its sections in each. */
export function TopicList({ topics, current, stage, tags, onChoose }: TopicsProps): ReactNode {
  return (
    <div className="topic-list">
      <h2>领域</h2>
      <p className="topic-counts caption">
        <span>{stage}的节数</span>
        {tags.map((tag) => (
          <span key={tag}>{tag}</span>
        ))}
      </p>
      <ul>
        {topics.map(({ topic, sections }) => (
          <li key={topic}>
            <button
              className={`topic-counts${topic === current ? ' row-selected' : ''}`}
              aria-current={topic === current}
              onClick={() => onChoose(topic)}
            >
              <span>{topic}</span>
              {tags.map((tag, at) => (
                <Count key={tag} tag={tag} sections={sections[at] ?? 0} />
              ))}
            </button>
          </li>
        ))}
      </ul>
      <NextTopic topics={topics} current={current} onChoose={onChoose} />
    </div>
  );
}

/** The way on to the next topic that any report has a section of; none after the last. */
function NextTopic({
  topics,
  current,
  onChoose,
}: Pick<TopicsProps, 'topics' | 'current' | 'onChoose'>): ReactNode {
  const at = topics.findIndex(({ topic }) => topic === current);
  const next = topics.slice(at + 1).find(({ sections }) => sections.some((number) => number > 0));
  return (
    next && (
      <button className="quiet topic-next" onClick={() => onChoose(next.topic)}>
        下一个领域：{next.topic}
      </button>
    )
  );
}

/** The same choice where there is no room for a list. */
export function TopicSelect({ topics, current, tags, onChoose }: TopicsProps): ReactNode {
  const chosen = (value: string): void => {
    const topic = topics.find((item) => item.topic === value);
    if (topic) onChoose(topic.topic);
  };
  const id = useId();
  return (
    <div className="topic-select">
      <label htmlFor={id}>领域</label>
      <select id={id} className="field" value={current} onChange={({ target }) => chosen(target.value)}>
        {topics.map(({ topic, sections }) => (
          <option key={topic} value={topic}>
            {topic}（{tags.map((tag, at) => `${tag} ${count(sections[at] ?? 0)}`).join('，')}）
          </option>
        ))}
      </select>
    </div>
  );
}
