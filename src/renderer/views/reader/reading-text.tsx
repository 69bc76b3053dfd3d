import { memo, type ReactNode } from 'react';
import type { Observation, Paragraph, Report, Section } from '../../../shared/report';
import type { Volume } from '../../state/library/library';
import { ParagraphText, type NumberProps } from './paragraph-text';

type Block = NumberProps & {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** Levels a list item is set in: its depth less that of the outermost item of its section. */
  readonly inset: number;
};

/** Where a heading's words begin after an Arabic number, which hangs in the left margin; Han numbers stay in line. */
const numberEnd = ({ number, headingRange }: Section, { range }: Paragraph): number =>
  number && /^\d/.test(number) && headingRange && headingRange.start > range.start
    ? headingRange.start
    : range.start;

function Heading({ section, ...block }: Block & { readonly section: Section }): ReactNode {
  const { report, paragraph } = block;
  const Tag = section.level <= 1 ? 'h2' : 'h3';
  const { start, end } = paragraph.range;
  const words = numberEnd(section, paragraph);
  return (
    <Tag className="heading" data-start={start} data-level={section.level}>
      {words > start && <span className="hung">{report.clean.slice(start, words)}</span>}
      <ParagraphText {...block} paragraph={{ ...paragraph, range: { start: words, end } }} />
    </Tag>
  );
}

function Block(block: Block): ReactNode {
  const { report, paragraph, inset } = block;
  const { kind, range } = paragraph;
  const section = report.sections[paragraph.section];
  if (kind === 'heading' && section) return <Heading {...block} section={section} />;
  const Tag = kind === 'title' ? 'h1' : 'p';
  return (
    <Tag className={`paragraph ${kind}`} data-start={range.start} data-inset={inset || undefined}>
      <ParagraphText {...block} />
    </Tag>
  );
}

const MemoBlock = memo(
  Block,
  (before, after) =>
    before.paragraph === after.paragraph &&
    // The numbers of a report come after its text.
    before.observations === after.observations &&
    before.active === after.active &&
    before.open === after.open,
);

/** Observations of each paragraph, in reading order. */
const byParagraph = ({ report, observations }: Volume): ReadonlyMap<number, readonly Observation[]> => {
  const sorted = observations.toSorted((a, b) => a.range.start - b.range.start);
  const map = new Map<number, Observation[]>();
  let at = 0;
  for (const paragraph of report.paragraphs) {
    const own: Observation[] = [];
    for (; at < sorted.length; at += 1) {
      const observation = sorted[at];
      if (!observation || observation.range.start >= paragraph.range.end) break;
      own.push(observation);
    }
    map.set(paragraph.index, own);
  }
  return map;
};

/** Depth of the outermost list item of each section. */
const outermost = ({ paragraphs }: Report): ReadonlyMap<number, number> => {
  const depths = new Map<number, number>();
  for (const { section, kind, depth } of paragraphs)
    if (kind === 'item') depths.set(section, Math.min(depth, depths.get(section) ?? depth));
  return depths;
};

const cache = new WeakMap<Volume, ReturnType<typeof byParagraph>>();

const numbersOf = (volume: Volume): ReturnType<typeof byParagraph> => {
  const known = cache.get(volume) ?? byParagraph(volume);
  cache.set(volume, known);
  return known;
};

const NONE: readonly Observation[] = [];

/** Characters that fill the highest window in the smallest type. */
const WINDOWFUL = 3_000;

/** 整理: the report's clean text, or what of it fills a window from the beginning. */
export function ReadingText({
  volume,
  whole,
  active,
  open,
}: {
  readonly volume: Volume;
  readonly whole: boolean;
  readonly active: string | null;
  readonly open: string | null;
}): ReactNode {
  const numbers = numbersOf(volume);
  const depths = outermost(volume.report);
  const { paragraphs } = volume.report;
  const set = whole ? paragraphs : paragraphs.filter(({ range }) => range.start < WINDOWFUL);
  return set.map((paragraph) => {
    const own = numbers.get(paragraph.index) ?? NONE;
    const mine = (wanted: string | null) => (own.some(({ id }) => id === wanted) ? wanted : null);
    return (
      <MemoBlock
        key={paragraph.range.start}
        report={volume.report}
        paragraph={paragraph}
        observations={own}
        inset={paragraph.depth - (depths.get(paragraph.section) ?? paragraph.depth)}
        active={mine(active)}
        open={mine(open)}
      />
    );
  });
}
