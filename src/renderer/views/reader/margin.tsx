import type { ReactNode } from 'react';
import type { Observation, Range } from '../../../shared/report';
import type { Volume } from '../../state/library/library';
import { MarginNotes } from './margin-notes';
import { NumbersList } from './numbers-list';
import { Caveats, Repairs } from './repairs';
import type { ReportNotes } from '../../state/notes/placed-notes';

export type MarginTab = 'notes' | 'numbers' | 'caveats' | 'repairs';

const PANEL_NAMES: Readonly<Record<MarginTab, string>> = {
  notes: '批注',
  numbers: '指标',
  caveats: '存疑',
  repairs: '修补记录',
};

/** Numbers stated once; a tile that repeats its paragraph is not listed again. */
const statedOnce = (observations: readonly Observation[]): readonly Observation[] =>
  observations.filter(({ duplicateOf }) => duplicateOf === null);

/** The tabs over the margin, with their counts. */
export function MarginTabs({
  volume,
  notes,
  tab,
  onChange,
}: {
  readonly volume: Volume;
  readonly notes: ReportNotes;
  readonly tab: MarginTab;
  readonly onChange: (tab: MarginTab) => void;
}): ReactNode {
  const tabs: readonly (readonly [MarginTab, string, number | null])[] = [
    ['notes', '批注', notes.placed.length + notes.unsure.length + notes.left.length],
    ['numbers', '指标', statedOnce(volume.observations).length],
    ['caveats', '存疑', volume.report.caveats.length],
  ];
  return (
    <div className="tab-list" role="tablist" aria-label="页边">
      {tabs.map(([name, label, count]) => (
        <button
          key={name}
          role="tab"
          aria-selected={tab === name}
          aria-controls="margin"
          onClick={() => onChange(name)}
        >
          {label} {count}
        </button>
      ))}
    </div>
  );
}

/** The margin: notes at their lines, or a list beside the text. */
export function Margin({
  volume,
  notes,
  tab,
  editing,
  onEdit,
  onReveal,
  onCloseRepairs,
}: {
  readonly volume: Volume;
  readonly notes: ReportNotes;
  readonly tab: MarginTab;
  readonly onCloseRepairs: () => void;
  /** Id of the note being written, or null. */
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
  readonly onReveal: (range: Range) => void;
}): ReactNode {
  const { report, observations } = volume;
  if (tab === 'notes')
    return (
      <div className="margin" id="margin" role="tabpanel" aria-label={PANEL_NAMES.notes}>
        <MarginNotes notes={notes} editing={editing} onEdit={onEdit} onReveal={onReveal} />
      </div>
    );
  return (
    <div className="margin" id="margin" role="tabpanel" aria-label={PANEL_NAMES[tab]}>
      <div className="margin-panel">
        {tab === 'numbers' && (
          <NumbersList observations={statedOnce(observations)} onGo={({ range }) => onReveal(range)} />
        )}
        {tab === 'caveats' && <Caveats report={report} onGo={({ range }) => onReveal(range)} />}
        {tab === 'repairs' && <Repairs report={report} onClose={onCloseRepairs} />}
      </div>
    </div>
  );
}
