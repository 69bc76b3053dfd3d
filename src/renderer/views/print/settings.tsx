import type { ReactNode } from 'react';
import type { TopicCount } from '../../../shared/compare';
import type { Stage } from '../../state/compare';
import { toggled, type PrintChoices } from './choices';

function Check({
  label,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
}): ReactNode {
  return (
    <label className="print-check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
}

/** What the sheet is made of: parts, stages and topics. */
export function PrintSettings({
  choices,
  stages,
  topics,
  notes,
  onChange,
}: {
  readonly choices: PrintChoices;
  readonly stages: readonly Stage[];
  readonly topics: readonly TopicCount[];
  /** How many notes the two reports have. */
  readonly notes: number;
  readonly onChange: (choices: PrintChoices) => void;
}): ReactNode {
  const all = topics.map(({ topic }) => topic);
  const chosen = choices.topics ?? all;
  const change = (patch: Partial<PrintChoices>) => onChange({ ...choices, ...patch });
  const whole = all.every((topic) => chosen.includes(topic));
  return (
    <>
      <fieldset>
        <legend>内容</legend>
        <Check label="正文对照" checked={choices.text} onChange={() => change({ text: !choices.text })} />
        <Check
          label={`批注 ${notes} 条`}
          checked={choices.notes && notes > 0}
          disabled={notes === 0}
          onChange={() => change({ notes: !choices.notes })}
        />
        <Check
          label="只印改动"
          checked={choices.changedOnly}
          disabled={!choices.text}
          onChange={() => change({ changedOnly: !choices.changedOnly })}
        />
      </fieldset>
      <fieldset disabled={!choices.text}>
        <legend>部分</legend>
        {stages.map(({ id, label }) => (
          <Check
            key={id}
            label={label}
            checked={choices.stages.includes(id)}
            onChange={() => change({ stages: toggled(choices.stages, id) })}
          />
        ))}
      </fieldset>
      {topics.length > 0 && (
        <fieldset disabled={!choices.text}>
          <legend>领域</legend>
          <button
            type="button"
            className="quiet print-all"
            onClick={() => change({ topics: whole ? [] : null })}
          >
            {whole ? '全不选' : '全选'}
          </button>
          <div className="print-topics">
            {all.map((topic) => (
              <Check
                key={topic}
                label={topic}
                checked={chosen.includes(topic)}
                onChange={() => change({ topics: toggled(chosen, topic) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p className="caption">A4 竖向，左边留 26 毫米装订，黑白。右上角的小数字是出处，印在当页下方。</p>
    </>
  );
}
