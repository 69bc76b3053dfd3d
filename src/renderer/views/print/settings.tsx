import type { ReactNode } from 'react';
import type { Topic } from '../../../shared/report';
import { PART_KINDS, PART_LABELS, type ChartOffer, type PartKind } from '../../../shared/sheet';
import type { Stage } from '../../state/compare/compare';
import { usePrintPreferences } from '../../state/compare/print';
import { Check } from './check';
import { toggled, type PrintChoices } from './choices';

/** Charts chosen at first: as many as the sheet draws where nothing is chosen. */
const chosenCharts = ({ charts }: PrintChoices, offers: readonly ChartOffer[]): readonly string[] =>
  charts ?? offers.filter(({ first }) => first).map(({ id }) => id);

interface SettingsProps {
  readonly choices: PrintChoices;
  readonly stages: readonly Stage[];
  readonly topics: readonly Topic[];
  /** How many notes would be printed. */
  readonly notes: number;
  /** Ids of the notes the reader has put on the sheet; null for all. */
  readonly picked: readonly string[] | null;
  readonly charts: readonly ChartOffer[];
  readonly onChange: (choices: PrintChoices) => void;
}

/** Notes put on the sheet one by one: only those, or all that the reports have. */
function PickedCheck({
  picked,
  choices,
  onChange,
}: Pick<SettingsProps, 'choices' | 'onChange'> & { readonly picked: readonly string[] }): ReactNode {
  const { parts } = usePrintPreferences();
  const only = choices.notes !== null;
  return (
    <Check
      label="批注只印放进来的"
      checked={only}
      disabled={!parts.includes('notes')}
      onChange={() => onChange({ ...choices, notes: only ? null : picked })}
    />
  );
}

function PartChecks({
  notes,
  children,
}: {
  readonly notes: number;
  readonly children: ReactNode;
}): ReactNode {
  const { parts, single, changedOnly, change } = usePrintPreferences();
  const label = (kind: PartKind): string =>
    kind === 'notes' ? `${PART_LABELS.notes} ${notes} 条` : PART_LABELS[kind];
  return (
    <fieldset>
      <legend>内容</legend>
      {PART_KINDS.map((kind) => (
        <Check
          key={kind}
          label={label(kind)}
          checked={parts.includes(kind) && (kind !== 'notes' || notes > 0)}
          disabled={kind === 'notes' && notes === 0}
          onChange={() => change({ parts: PART_KINDS.filter((one) => toggled(parts, kind).includes(one)) })}
        />
      ))}
      <Check
        label="指标只有一年有数的也印"
        checked={single}
        disabled={!parts.includes('matrix')}
        onChange={() => change({ single: !single })}
      />
      <Check
        label="正文只印改动"
        checked={changedOnly}
        disabled={!parts.includes('text')}
        onChange={() => change({ changedOnly: !changedOnly })}
      />
      {children}
    </fieldset>
  );
}

/** What the sheet is made of: parts, stages, topics and charts. */
export function PrintSettings({
  choices,
  stages,
  topics,
  notes,
  picked,
  charts,
  onChange,
}: SettingsProps): ReactNode {
  const { parts } = usePrintPreferences();
  const change = (patch: Partial<PrintChoices>) => onChange({ ...choices, ...patch });
  const chosen = choices.topics ?? topics;
  const whole = topics.every((topic) => chosen.includes(topic));
  const drawn = chosenCharts(choices, charts);
  return (
    <>
      <PartChecks notes={notes}>
        {picked && <PickedCheck picked={picked} choices={choices} onChange={onChange} />}
      </PartChecks>
      {parts.includes('text') && (
        <fieldset>
          <legend>正文的部分</legend>
          {stages.map(({ id, label }) => (
            <Check
              key={id}
              label={label}
              checked={choices.stages.includes(id)}
              onChange={() => change({ stages: toggled(choices.stages, id) })}
            />
          ))}
        </fieldset>
      )}
      {parts.includes('charts') && (
        <fieldset>
          <legend>图表</legend>
          <div className="print-charts">
            {charts.length === 0 && <p className="caption">没有两年以上有数的指标。</p>}
            {charts.map(({ id, title }) => (
              <Check
                key={id}
                label={title}
                checked={drawn.includes(id)}
                onChange={() => change({ charts: toggled(drawn, id) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>领域</legend>
        <button
          type="button"
          className="quiet print-all"
          onClick={() => change({ topics: whole ? [] : null })}
        >
          {whole ? '全不选' : '全选'}
        </button>
        <div className="print-topics">
          {topics.map((topic) => (
            <Check
              key={topic}
              label={topic}
              checked={chosen.includes(topic)}
              onChange={() => change({ topics: toggled(chosen, topic) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
