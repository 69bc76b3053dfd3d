import { useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { acrossPlaces, measuresIn, type Across } from '../../../../shared/compare';
import { useShell, useStoreOf } from '../../../state/app';
import { createAcrossChoices, useGathered } from '../../../state/indicators/across';
import { useText } from '../../../state/library/use-reports';
import { usePlacesBeside } from '../../../state/library/use-scope';
import { useNotesOn, useOpenNoteOn } from '../../../state/notes/notes-on';
import { EmptyState, Opening } from '../../states/states';
import { AcrossBar } from './across-bar';
import { AcrossGrid } from './across-grid';
import { AcrossSentence, type ChosenCell } from './across-sentence';
import { Multiples } from './multiples';
import { tableOf, type AcrossSpot } from './table';
import './across.css';

const cellAt = ({ rows, years }: Across, spot: AcrossSpot | null) =>
  rows.find(({ place }) => place === spot?.place)?.cells[years.indexOf(spot?.year ?? NaN)] ?? null;

/** The cell the keys stand on, with its report while that is open. */
const useChosen = (across: Across, spot: AcrossSpot | null): ChosenCell | null => {
  const cell = cellAt(across, spot);
  const observation = (cell?.result ?? cell?.target)?.observation ?? null;
  const report = useText(observation?.report ?? null);
  return spot && cell ? { spot, cell, observation, report } : null;
};

/** The ways on from the chosen cell: to its sentence, to a note on it. */
const useWays = (chosen: ChosenCell | null) => {
  const { navigation, toast } = useShell();
  const report = chosen?.report;
  const note = useOpenNoteOn(useNotesOn(useMemo(() => (report ? [report] : []), [report])));
  const observation = chosen?.observation;
  return {
    onOpen: () => {
      if (observation) navigation.getState().openReport(observation.report, observation.range);
    },
    onNote: () => {
      if (observation && report) note([{ report, range: observation.quote }]);
      else toast.getState().show({ text: '这一格没有原句，没有可批注的文字' });
    },
  };
};

/** Says how far the places have been read; nothing once all have. */
function Progress({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  if (done === total) return null;
  return (
    <p className="caption across-progress" role="status">
      正在读出各地的数，已读 {done} 地，共 {total} 地；离开就停下，回来接着读
    </p>
  );
}

/** 各地: one indicator, places beside years, each cell leading to its sentence. */
export function AcrossDesk(): ReactNode {
  const choices = useStore(useStoreOf(createAcrossChoices));
  const { indicator, sort, turned, choose } = choices;
  const { places, indicators, done, total } = useGathered(indicator, usePlacesBeside());
  const measures = useMemo(() => measuresIn(places), [places]);
  const measure = choices.measure ?? measures[0] ?? 'level';
  const across = useMemo(() => acrossPlaces(places, { indicator, measure }), [places, indicator, measure]);
  const table = useMemo(() => tableOf(across, { sort, turned }), [across, sort, turned]);
  const order = useMemo(
    () => (turned ? table.heads : table.lines).flatMap(({ place }) => place ?? []),
    [table, turned],
  );
  const [spot, setSpot] = useState<AcrossSpot | null>(null);
  const chosen = useChosen(across, spot);
  const ways = useWays(chosen);
  if (done === 0 && total > 0) return <Opening what="正在读出各地的数" />;
  const onSort = (year: number): void => {
    const same = sort?.year === year;
    choose({ sort: same && sort.rising ? null : { year, rising: same } });
  };
  return (
    <div className="across">
      <section className="across-main" aria-label="各地">
        <AcrossBar {...{ indicators, measures, measure, choices }} unit={across.unit} />
        <Progress done={done} total={total} />
        <hr className="double-rule" />
        {across.years.length > 0 ? (
          <AcrossGrid {...{ table, spot, sort, onSort }} {...ways} onSpot={setSpot} />
        ) : (
          <EmptyState character="地" title="各地没有这一项">
            在架的报告里没有“{indicator}”按年说的数，请换一个指标。
          </EmptyState>
        )}
      </section>
      {across.years.length > 0 && <Multiples across={across} order={order} spot={spot} />}
      <AcrossSentence chosen={chosen} {...ways} />
    </div>
  );
}
