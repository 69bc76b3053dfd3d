import type { Observation, Paragraph, Report, Section, Sentence } from '../report';
import { readStatements, type Statement } from './clause/statement';
import { meaningOf } from './indicator/lookup';
import { findMentions } from './period/mention';
import { timingOf } from './period/period';
import type { Setting } from './period/setting';
import { placeOf } from './place/place';
import { labelFor } from './tile/label';
import { cleanRange, compact, type Compact } from './token/compact';

/** What the sentences of one paragraph have in common. */
export interface Scene {
  readonly report: Report;
  readonly section: Section | undefined;
  readonly paragraph: Paragraph;
  readonly setting: Setting;
}

/** Reads the quantities of one sentence. */
export function readSentence(scene: Scene, sentence: Sentence): readonly Observation[] {
  const { report, setting, paragraph } = scene;
  const text = compact(report.clean, sentence.range);
  const statements = readStatements(text.text, () => labelFor(report, paragraph));
  if (statements.length === 0) return [];
  const mentions = findMentions(text.text, setting);
  const places = placesOf(text.text, statements, report.meta.place ?? '');
  return statements.map((statement, index) => {
    const timing = timingOf(text.text, statement, mentions, setting);
    const place = places[index] ?? '';
    return observe(scene, text, statement, timing.kind, timing.period, place, twinsBefore(statements, index));
  });
}

/** 中心城区 holds from the clause that names it to the end of the sentence; other places hold in their own clause. */
function placesOf(text: string, statements: readonly Statement[], home: string): readonly string[] {
  let lasting = home;
  let place = home;
  let seen = -1;
  return statements.map(({ clause }) => {
    if (clause.start === seen) return place;
    const found =
      (seen < 0 ? placeOf(text.slice(0, clause.end)) : null) ?? placeOf(text.slice(clause.start, clause.end));
    seen = clause.start;
    place = found ?? lasting;
    if (found !== null && LASTING.test(found)) lasting = found;
    return place;
  });
}

const LASTING = /^(?:中心城区|主城区)$/;

/** How many statements before this one are of the same number (各1家 is one for each). */
function twinsBefore(statements: readonly Statement[], index: number): number {
  let twins = 0;
  while (statements[index - twins - 1]?.token === statements[index]?.token) twins++;
  return twins;
}

/** Marks of notes printed inside a name: 农村寄宿制学校〔24〕. */
const BRACKET = /[〔[【]/;
const FOOTNOTE = /[〔[【]\d+[〕\]】]/g;

function observe(
  { report, section }: Scene,
  text: Compact,
  { token, name, measure, bound, quote }: Statement,
  kind: Observation['kind'],
  period: string,
  place: string,
  twins: number,
): Observation {
  const range = cleanRange(text, token.start, token.end);
  const twin = twins > 0 ? `+${String(twins)}` : '';
  const named = name.search(BRACKET) >= 0 ? name.replace(FOOTNOTE, '') : name;
  const { indicator, topic } = meaningOf(named);
  return {
    id: `${report.id}:${String(range.start)}${twin}`,
    report: report.id,
    name: named || '（缺失）',
    indicator,
    topic: topic ?? section?.topic ?? '其他',
    value: token.value,
    unit: token.unit,
    measure,
    bound,
    kind,
    period,
    place,
    range,
    quote: cleanRange(text, quote[0], quote[1]),
    duplicateOf: null,
    doubt: null,
  };
}
