import type { ReactNode } from 'react';
import type { Topic } from '../../../shared/report';
import { PART_KINDS, PART_LABELS, type ChartOffer } from '../../../shared/sheet';
import type { Stage } from '../../state/compare/compare';
import { usePrintPreferences } from '../../state/compare/print';
import { Check } from './check';
import type { PrintChoices } from '../../state/compare/print';
import { toggled } from './choices';

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
  const only = choices.notes !== null;
  return (
    <Check
      label="批注只印放进来的"
      checked={only}
      disabled={!choices.withNotes}
      onChange={() => onChange({ ...choices, notes: only ? null : picked })}
    />
  );
}

/** 批注: off until asked for on this sheet. */
export function NotesCheck({
  notes,
  choices,
  onChange,
}: Pick<SettingsProps, 'notes' | 'choices' | 'onChange'>): ReactNode {
  return (
    <Check
      label={`${PART_LABELS.notes} ${notes} 条${notes > 0 && !choices.withNotes ? '，不印' : ''}`}
      checked={choices.withNotes && notes > 0}
      disabled={notes === 0}
      onChange={() => onChange({ ...choices, withNotes: !choices.withNotes })}
    />
  );
}

function PartChecks({ children }: { readonly children: ReactNode }): ReactNode {
  const { parts, single, changedOnly, change } = usePrintPreferences();
  return (
    <fieldset>
      <legend>内容</legend>
      {PART_KINDS.filter((kind) => kind !== 'notes').map((kind) => (
        <Check
          key={kind}
          label={PART_LABELS[kind]}
          checked={parts.includes(kind)}
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

/** Shows what the sheet is made of: parts, stages, topics and charts. */
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
      <PartChecks>
        <NotesCheck notes={notes} choices={choices} onChange={onChange} />
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
