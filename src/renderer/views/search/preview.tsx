import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { typeset } from '../../../shared/parse';
import {
  paragraphAt,
  rangesOverlap,
  sectionPath,
  type Paragraph,
  type Range,
  type Report,
} from '../../../shared/report';
import type { Volume } from '../../state/library/library';
import type { Spot } from '../../state/search/answer';
import { CompareLink } from '../parts/compare-link';
import { useCopy } from '../parts/use-copy';
import { Marked } from './marked';

/** Paragraphs shown before and after the one of the hit. */
const BEFORE = 4;
const AFTER = 6;

/** Space over the first paragraph, px. */
const PADDING = 12;

/** The sentence or sentences that hold a place, for copying. */
const sentenceAround = ({ sentences }: Report, place: Range): Range => {
  const touched = sentences.filter(({ range }) => rangesOverlap(range, place));
  return {
    start: touched[0]?.range.start ?? place.start,
    end: touched.at(-1)?.range.end ?? place.end,
  };
};

function PreviewParagraph({
  report,
  paragraph,
  spots,
  current,
  here,
}: {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** Places of this report, in reading order. */
  readonly spots: readonly Spot[];
  readonly current: Range;
  readonly here: boolean;
}): ReactNode {
  const { start, end } = paragraph.range;
  const local = (range: Range): Range => ({ start: range.start - start, end: range.end - start });
  const inside = spots.filter(({ range }) => rangesOverlap(range, paragraph.range));
  return (
    <p className={`preview-paragraph ${paragraph.kind} ${here ? 'here' : ''}`}>
      <Marked
        text={typeset(report.clean.slice(start, end))}
        marks={inside.map(({ range }) => local(range))}
        near={inside.every(({ near }) => near)}
        current={local(current)}
      />
    </p>
  );
}

/** The hit in its surroundings, with the way to it. */
export function Preview({
  volume,
  spot,
  spots,
  place,
  name,
  onOpen,
}: {
  readonly volume: Volume;
  readonly spot: Spot;
  /** All places of the list. */
  readonly spots: readonly Spot[];
  /** 第 1 处，共 11 处. */
  readonly place: string;
  readonly name: string;
  readonly onOpen: () => void;
}): ReactNode {
  const { report } = volume;
  const copy = useCopy(volume);
  const text = useRef<HTMLDivElement>(null);
  const at = paragraphAt(report, spot.range.start)?.index ?? 0;
  const own = spots
    .filter((other) => other.report === report.id)
    .toSorted((a, b) => a.range.start - b.range.start);
  useLayoutEffect(() => {
    const pane = text.current;
    const here = pane?.querySelector<HTMLElement>('.here');
    if (!pane || !here) return;
    // The hit in the upper half, and a whole paragraph at the top edge.
    const paragraphs = [...pane.querySelectorAll<HTMLElement>('.preview-paragraph')];
    const first = paragraphs.find(({ offsetTop }) => offsetTop >= here.offsetTop - pane.clientHeight * 0.4);
    pane.scrollTop = (first ?? here).offsetTop - PADDING;
  }, [spot]);
  return (
    <section className="search-preview" aria-label="预览">
      <header>
        <h2>{name}</h2>
        <span className="caption">{place}</span>
        <p className="caption">{sectionPath(report, spot.range.start)}</p>
      </header>
      <div className="preview-text" ref={text} tabIndex={0} role="group" aria-label={`${name} 正文节选`}>
        {report.paragraphs.slice(Math.max(0, at - BEFORE), at + AFTER + 1).map((paragraph) => (
          <PreviewParagraph
            key={paragraph.index}
            report={report}
            paragraph={paragraph}
            spots={own}
            current={spot.range}
            here={paragraph.index === report.paragraphs[at]?.index}
          />
        ))}
      </div>
      <footer>
        <button className="button primary" onClick={onOpen}>
          打开
        </button>
        <CompareLink className="button" id={report.id} at={{ report, range: spot.range }} />
        <button className="button" onClick={() => void copy(sentenceAround(report, spot.range))}>
          复制并带出处
        </button>
        <p className="caption search-keys">
          <span>Enter 打开</span>
          <span>F3 下一处</span>
          <span>Shift F3 上一处</span>
          <span>Esc 回到正文</span>
        </p>
      </footer>
    </section>
  );
}
