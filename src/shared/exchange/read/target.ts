import { COLOURS, type AnnotationTarget, type Colour, type Range } from '../../report';
import { isIri, nameIn } from '../iri';
import { NOWHERE, UNDERLINE_CLASS } from '../json-ld';
import { anchorQuote, type ShelvedText } from './anchor';
import {
  isFields,
  listOf,
  misplace,
  read,
  readEach,
  refuse,
  shown,
  type Fields,
  type Reading,
} from './reading';
import { readSelectors, type Selection } from './selector';

/** The passages of a record, and what its targets say of their look. */
export interface TargetsRead {
  readonly targets: readonly AnnotationTarget[];
  readonly colour: Colour | null;
  readonly underline: boolean;
  readonly unused: readonly string[];
}

const SETS = ['Choice', 'Composite', 'List', 'Independents'];

/** All targets of a record, sets taken apart. Every one must have a place, or the record is not taken. */
export function readTargets(value: unknown, shelf: readonly ShelvedText[]): Reading<TargetsRead> {
  if (value === undefined) return refuse('没有写批注的是哪里（缺 target）');
  const members = readEach(listOf(value), membersOf);
  if (!members.ok) return members;
  const all = members.value.flat();
  if (all.length === 0) return refuse('批注的位置 target 是空的');
  const tied = all.filter((target) => sourceOf(target) !== NOWHERE);
  const targets = readEach(tied, (target) => readTarget(target, shelf));
  if (!targets.ok) return targets;
  const classes = all.flatMap(classesOf);
  return read({
    targets: targets.value.map(({ target }) => target),
    colour: COLOURS.find((colour) => classes.includes(colour)) ?? null,
    underline: classes.includes(UNDERLINE_CLASS),
    unused: targets.value.flatMap(({ unused }) => unused),
  });
}

function membersOf(target: unknown): Reading<readonly unknown[]> {
  if (!isFields(target)) return read([target]);
  const isSet = listOf(target['type']).some((type) => SETS.includes(String(type)));
  if (!isSet) return read([target]);
  const items = listOf(target['items']);
  return items.length > 0 ? read(items) : refuse(`target 是 ${shown(target['type'])}，却没有 items`);
}

const sourceOf = (target: unknown): unknown => {
  if (!isFields(target)) return target;
  const { source } = target;
  return isFields(source) ? source['id'] : source;
};

const classesOf = (target: unknown): readonly string[] =>
  isFields(target)
    ? listOf(target['styleClass']).flatMap((names) => (typeof names === 'string' ? names.split(' ') : []))
    : [];

interface TargetRead {
  readonly target: AnnotationTarget;
  readonly unused: readonly string[];
}

const USED = [
  'type',
  'source',
  'selector',
  'styleClass',
  'duidu:units',
  'duidu:sha256',
  'duidu:sentence',
  'duidu:unplaced',
];

function readTarget(target: unknown, shelf: readonly ShelvedText[]): Reading<TargetRead> {
  const whole = typeof target === 'string' ? target : isFields(target) ? target['id'] : undefined;
  if (!isFields(target) || target['source'] === undefined) {
    if (typeof whole === 'string' && isIri(whole))
      return misplace(`批注的是整个“${shown(whole)}”，没有选中哪段文字`);
    return refuse('批注的位置 target 写得看不懂，应是网址或带 source 的对象');
  }
  const source = sourceOf(target);
  if (typeof source !== 'string' || !isIri(source)) return refuse(`来源 source 不是网址：${shown(source)}`);
  if (target['selector'] === undefined) return misplace(`批注的是整个“${shown(source)}”，没有选中哪段文字`);
  const selection = readSelectors(target['selector']);
  if (!selection.ok) return selection;
  const placed = place(target, nameIn('report', source), selection.value, shelf);
  if (!placed.ok) return placed;
  const fields = Object.keys(target).filter((name) => !USED.includes(name));
  const unused = [...fields, ...selection.value.others].map((name) => `target 的 ${name}`);
  return read({ target: placed.value, unused });
}

/** Our own count of the place, in UTF-16 units, where the W3C's differs. */
const unitsOf = (target: Fields): Range | null => {
  const units = target['duidu:units'];
  if (!isFields(units)) return null;
  const [start, end] = [units['duidu:start'], units['duidu:end']];
  const isPlace = typeof start === 'number' && typeof end === 'number' && start >= 0 && start <= end;
  return isPlace && Number.isSafeInteger(start) && Number.isSafeInteger(end) ? { start, end } : null;
};

function place(
  target: Fields,
  report: string | null,
  { quote, position: counted, others }: Selection,
  shelf: readonly ShelvedText[],
): Reading<AnnotationTarget> {
  if (!quote) {
    const used = counted ? ['TextPositionSelector', ...others] : others;
    return misplace(`没有引文，只有 ${used.join('、')}；对读按引文找位置`);
  }
  const [source, sentence] = [target['duidu:sha256'], target['duidu:sentence']];
  const position = unitsOf(target) ?? counted;
  const ours = report !== null && position && typeof source === 'string' && isFields(sentence);
  if (!ours) return anchorQuote(quote, report, shelf);
  const [text, start] = [sentence['duidu:text'], sentence['duidu:start']];
  if (typeof text !== 'string' || typeof start !== 'number') return anchorQuote(quote, report, shelf);
  const unplaced = target['duidu:unplaced'];
  return read({
    report,
    source,
    position,
    quote,
    sentence: { text, start },
    ...(typeof unplaced === 'string' ? { unplaced } : {}),
  });
}
