import { footOf, type SheetReport } from '../build-sheet';
import { Footnotes } from '../footnotes';
import { nameDay } from '../naming';
import { DEFAULT_PAPER, MARGINS, type Paper } from '../paper';
import type { Footnote, Sheet } from '../sheet';
import { chosenFigures, digestFigures, figureName } from './figures';
import { figuresPart } from './figures-part';
import { yearsOf, type DigestChoice, type DigestMaterial } from './material';
import { phrasesPart } from './phrases-part';

/** How a page that would be too long is made shorter: phrases first, then the footnotes' words, then the size; figures never. */
interface Tightness {
  readonly phrases: number;
  /** Whether footnotes quote their sentence. */
  readonly quoted: boolean;
  /** Points. */
  readonly fontSize: number;
}

const STEPS: readonly Tightness[] = [
  { phrases: 5, quoted: true, fontSize: 10.5 },
  { phrases: 3, quoted: true, fontSize: 10.5 },
  { phrases: 3, quoted: false, fontSize: 10.5 },
  { phrases: 3, quoted: false, fontSize: 9 },
  { phrases: 0, quoted: false, fontSize: 9 },
  { phrases: 0, quoted: false, fontSize: 8 },
];

/** The last step of `buildDigest`. */
export const TIGHTEST = STEPS.length - 1;

export interface DigestOptions {
  /** The day printed on the page, ISO 8601. */
  readonly today: string;
  readonly choice: DigestChoice;
  /** 0 for all there is to say, up to `TIGHTEST`. */
  readonly step: number;
  readonly margins?: Paper['margins'];
}

/** 要点一页: the core figures, the targets and what became of them, the new phrases and the dropped, with their sources. */
export function buildDigest(material: DigestMaterial, options: DigestOptions): Sheet {
  const { report, before, others } = material;
  const { place, given } = yearsOf(material);
  const { phrases, quoted, fontSize } = STEPS[Math.min(options.step, TIGHTEST)] ?? STEPS[0]!;
  const sources = distinct([report, ...(before ? [before] : []), ...others]);
  const footnotes = new Footnotes(sources.map((one) => one.report));
  const figures = chosenFigures(digestFigures(material), options.choice.figures);
  const parts = [
    ...(figures.length > 0 ? [figuresPart(material, figures, footnotes)] : []),
    ...[phrasesPart(material, options.choice, phrases, footnotes) ?? []].flat(),
  ];
  const notes = footnotes.list();
  const told = new Set(notes.map((note) => note.report));
  return {
    form: 'digest',
    title: `${place} ${given} 年政府工作报告要点`,
    subtitle: subtitleOf(material),
    place,
    date: nameDay(options.today),
    paper: { ...DEFAULT_PAPER, margins: options.margins ?? MARGINS.binding, fontSize },
    notices: figures.length > 0 ? [] : ['这一篇没有认出上一年的数，没有印核心数字。'],
    parts,
    footnotes: quoted ? notes : notes.map(shortened),
    foot: footOf(sources.filter((one) => one === report || told.has(one.report.id))),
  };
}

const distinct = (reports: readonly SheetReport[]): readonly SheetReport[] => [
  ...new Map(reports.map((one) => [one.report.id, one])).values(),
];

/** Only where it stands; what is doubtful is said all the same. */
const shortened = (note: Footnote): Footnote => ({ ...note, sentence: '' });

/** 与 2024 年报告对照; where that one is missing, with the last there is. */
function subtitleOf(material: DigestMaterial): string {
  const { given, whole } = yearsOf(material);
  const year = material.before?.report.meta.year ?? null;
  if (year === null) return '没有更早的报告可以对照';
  return whole ? `与 ${year} 年报告对照` : `${given - 1} 年报告未入架，提法与 ${year} 年报告对照`;
}

/** A line that can stand on the page. */
export interface DigestOffer {
  readonly id: string;
  readonly label: string;
}

/** All that can stand on the page, and what the rule puts there. */
export interface DigestOffers {
  readonly figures: readonly DigestOffer[];
  readonly fresh: readonly DigestOffer[];
  readonly dropped: readonly DigestOffer[];
  readonly first: { readonly [Key in keyof DigestChoice]: readonly string[] };
}

const FIRST_PHRASES = 5;

/** Lists what a reader can put on the page. */
export function offerDigest(material: DigestMaterial): DigestOffers {
  const figures = digestFigures(material);
  const offer = (terms: readonly { readonly text: string }[] = []): readonly DigestOffer[] =>
    terms.map(({ text }) => ({ id: text, label: text }));
  const [fresh, dropped] = [offer(material.wording?.fresh), offer(material.wording?.dropped)];
  const firstOf = (offers: readonly DigestOffer[]): readonly string[] =>
    offers.slice(0, FIRST_PHRASES).map(({ id }) => id);
  return {
    figures: figures.map((figure) => ({ id: figure.row.id, label: figureName(figure) })),
    fresh,
    dropped,
    first: {
      figures: chosenFigures(figures, null).map(({ row }) => row.id),
      fresh: firstOf(fresh),
      dropped: firstOf(dropped),
    },
  };
}
