import type { ReactNode, RefObject } from 'react';
import type { CatalogEntry, Range } from '../../../shared/report';
import { shortName, type Volume } from '../../state/library/library';
import { Margin, type MarginTab } from './margin';
import { NumberCard } from './number-card';
import type { Mode } from './reading-bar';
import { ReadingText } from './reading-text';
import { SelectionMenu } from './selection-menu';
import { SourceText } from './source-text';
import { useCopy } from '../parts/use-copy';
import { useMarking } from './use-marking';
import { useNumbers } from './use-numbers';
import { usePainting } from './use-painting';
import type { ReportNotes } from './use-placed-notes';

/** The scrolling part of the desk: the text, its margin, and what opens beside a number or a selection. */
export function ReadingPane({
  ref,
  entry,
  volume,
  mode,
  tab,
  notes,
  onReveal,
  onWrite,
}: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly entry: CatalogEntry;
  readonly volume: Volume;
  readonly mode: Mode;
  readonly tab: MarginTab;
  readonly notes: ReportNotes;
  readonly onReveal: (range: Range) => void;
  /** A note is about to be written: the margin must show it. */
  readonly onWrite: () => void;
}): ReactNode {
  const numbers = useNumbers(volume.observations);
  const marking = useMarking(volume, entry);
  const copy = useCopy(volume);
  const clean = mode === 'clean';
  usePainting(volume, notes.placed, ref, clean);
  return (
    <div className="pane" ref={ref} tabIndex={0} role="region" aria-label={`${shortName(entry)} 正文`}>
      <div className="text" lang="zh-CN" onClick={numbers.onClick} onKeyDown={numbers.onKeyDown}>
        {clean ? (
          <ReadingText volume={volume} active={numbers.active} open={numbers.open?.id ?? null} />
        ) : (
          <>
            <h1 className="visually-hidden">{shortName(entry)} 原文</h1>
            <SourceText report={volume.report} />
          </>
        )}
      </div>
      <Margin
        volume={volume}
        notes={notes}
        tab={tab}
        editing={marking.editing}
        onEdit={marking.edit}
        onReveal={onReveal}
      />
      {clean && numbers.open && (
        <NumberCard
          volume={volume}
          observation={numbers.open}
          top={numbers.top}
          onClose={numbers.close}
          onLeave={numbers.leave}
          onCopy={({ quote }) => void copy(quote)}
          onNote={({ range }) => {
            numbers.close();
            marking.mark(range, {}, true);
            onWrite();
          }}
        />
      )}
      {clean && (
        <SelectionMenu
          volume={volume}
          pane={ref}
          onMark={(range, look, write) => {
            marking.mark(range, look, write);
            if (write) onWrite();
          }}
          onGive={marking.give}
          onCopy={(range) => void copy(range)}
        />
      )}
    </div>
  );
}
