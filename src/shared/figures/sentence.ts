import {
  homeOf,
  type Observation,
  type Paragraph,
  type Report,
  type Section,
  type Sentence,
} from '../report';
import { readStatements, type Statement } from './clause/statement';
import { meaningOf } from './indicator/lookup';
import { amongOf } from './number/among';
import { baseBefore } from './period/base';
import { findMentions } from './period/mention';
import { timingOf, type Timing } from './period/period';
import type { Setting } from './period/setting';
import { placesOf } from './place/sentence';
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
  const statements = readStatements(text.text, {
    label: () => labelFor(report, paragraph),
    before: () => silentBefore(scene, sentence),
  });
  if (statements.length === 0) return [];
  const mentions = findMentions(text.text, setting);
  const places = placesOf(text.text, statements, homeOf(report.meta.place) ?? '');
  return statements.map((statement, index) => {
    const timing = timingOf(text.text, statement, mentions, setting);
    const { kind, period } = timing;
    const when = { kind, period, place: places[index] ?? '', twins: twinsBefore(statements, index) };
    return observe(scene, text, statement, when);
  });
}

const LONGEST_TOPIC = 60;

/** The sentence before in the same paragraph, where it is short and holds no number (酒业提速增效。产值达…). */
function silentBefore({ report, paragraph }: Scene, sentence: Sentence): string {
  const index = report.sentences.indexOf(sentence, paragraph.sentences.start) - 1;
  const before = index >= paragraph.sentences.start ? report.sentences[index] : undefined;
  if (!before || before.range.end - before.range.start > LONGEST_TOPIC) return '';
  const { text } = compact(report.clean, before.range);
  return /\d/.test(text)
    ? ''
    : (text
        .split(/[,。;:!]/)
        .filter((part) => part.length > 1)
        .at(-1) ?? '');
}

/** Tells how many statements before this one are of the same number (各1家 is one for each). */
function twinsBefore(statements: readonly Statement[], index: number): number {
  let twins = 0;
  while (statements[index - twins - 1]?.token === statements[index]?.token) twins++;
  return twins;
}

/** Marks of notes printed inside a name: 农村寄宿制学校〔24〕, 优良天数比例①. */
const NOTE_MARK = /[〔[【①-⓿❶-➓]/;
const FOOTNOTE = /[〔[【]\d+[〕\]】]|[①-⓿❶-➓]/g;

/** When and where a number is about, and how many before it are of the same digits. */
interface When extends Timing {
  readonly place: string;
  readonly twins: number;
}

function observe(
  { report, section }: Scene,
  text: Compact,
  { token, name, measure, bound, quote, clause }: Statement,
  { kind, period, place, twins }: When,
): Observation {
  const range = cleanRange(text, token.start, token.end);
  const twin = twins > 0 ? `+${String(twins)}` : '';
  const whole = name.includes('”') && !name.includes('“') ? name.replace('”', '') : name;
  const named = NOTE_MARK.test(whole) ? whole.replace(FOOTNOTE, '') : whole;
  const { indicator, topic } = meaningOf(named);
  const base = measure === 'growth' ? baseBefore(text.text, token.head, period) : null;
  // One shape for nearly all: a spread in the middle of a literal is slow, and this runs for every number.
  const observation: Observation = {
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
  if (base !== null) return { ...observation, base };
  const among = measure === 'rank' ? amongOf(text.text, clause.start, token.tail) : '';
  return among === '' ? observation : { ...observation, among };
}
