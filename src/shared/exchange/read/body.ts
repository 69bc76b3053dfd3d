import { STAGES, VERDICTS, type Assessment, type Classification, type StepAnswer } from '../../report';
import { isIri, nameIn } from '../iri';
import {
  isFields,
  isOfType,
  listOf,
  read,
  readEach,
  refuse,
  shown,
  type Fields,
  type Reading,
} from './reading';

/** What a record's bodies say. */
export interface BodyRead {
  readonly text: string;
  readonly tags: readonly string[];
  readonly assessment?: Assessment;
  readonly classification?: Classification;
  readonly step?: StepAnswer;
  readonly unused: readonly string[];
}

type Part =
  | { readonly kind: 'text'; readonly text: string; readonly unused: readonly string[] }
  | { readonly kind: 'tag'; readonly text: string; readonly unused: readonly string[] }
  | { readonly kind: 'assessment'; readonly assessment: Assessment; readonly unused: readonly string[] }
  | {
      readonly kind: 'classification';
      readonly classification: Classification;
      readonly unused: readonly string[];
    }
  | { readonly kind: 'step'; readonly step: StepAnswer; readonly unused: readonly string[] };

/** A note is text here: what a body only points to is kept as its address, so that nothing is lost in silence. */
const link = (iri: string, unused: readonly string[] = []): Part => ({ kind: 'text', text: iri, unused });

/** The words, tags and judgement of a record. A record has `body` or `bodyValue` or neither, never both. */
export function readBody(record: Fields): Reading<BodyRead> {
  const { body, bodyValue } = record;
  if (body !== undefined && bodyValue !== undefined) return refuse('body 和 bodyValue 只能有一个');
  if (bodyValue !== undefined)
    return typeof bodyValue === 'string'
      ? read({ text: bodyValue, tags: [], unused: [] })
      : refuse('bodyValue 不是文字');
  const parts = readEach(listOf(body), (item) => readPart(item, 0));
  return parts.ok ? joined(parts.value.flat()) : parts;
}

function joined(parts: readonly Part[]): Reading<BodyRead> {
  const assessments = parts.flatMap((part) => (part.kind === 'assessment' ? [part.assessment] : []));
  if (assessments.length > 1) return refuse('一条批注里有两个更正结论');
  const classifications = parts.flatMap((part) =>
    part.kind === 'classification' ? [part.classification] : [],
  );
  if (classifications.length > 1) return refuse('一条批注里有两个指标归并');
  const steps = parts.flatMap((part) => (part.kind === 'step' ? [part.step] : []));
  if (steps.length > 1) return refuse('一条批注里有两个“走到哪一步”');
  const [[assessment], [classification], [step]] = [assessments, classifications, steps];
  return read({
    text: parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n\n'),
    tags: parts.flatMap((part) => (part.kind === 'tag' ? [part.text] : [])),
    ...(assessment ? { assessment } : {}),
    ...(classification ? { classification } : {}),
    ...(step ? { step } : {}),
    unused: parts.flatMap(({ unused }) => unused),
  });
}

const MOST_STEPS = 8;

function readPart(body: unknown, steps: number): Reading<readonly Part[]> {
  if (typeof body === 'string')
    return isIri(body) ? read([link(body)]) : refuse(`body 写成了字符串却不是网址：${shown(body)}`);
  if (!isFields(body) || steps > MOST_STEPS) return refuse('body 写得看不懂');
  if (['Choice', 'Composite', 'List', 'Independents'].some((set) => isOfType(body, set)))
    return readSet(body, steps + 1);
  if (body['value'] !== undefined) return readTextual(body);
  const source = isFields(body['source']) ? body['source']['id'] : body['source'];
  const iri = source ?? body['id'];
  if (typeof iri !== 'string' || !isIri(iri)) return refuse('body 里没有文字，也没有网址');
  return read([link(iri, unusedIn(body, ['type', 'id', 'source', 'purpose']))]);
}

/** Of a choice the first is meant, of any other set all. */
function readSet(body: Fields, steps: number): Reading<readonly Part[]> {
  const items = listOf(body['items']);
  if (items.length === 0) return refuse('body 是一组，却没有 items');
  const taken = isOfType(body, 'Choice') ? items.slice(0, 1) : items;
  const parts = readEach(taken, (item) => readPart(item, steps));
  if (!parts.ok) return parts;
  const [first, ...others] = parts.value.flat();
  if (first === undefined || taken.length === items.length) return read(parts.value.flat());
  const left = items.slice(1).map((_, index) => `body 的 Choice 第 ${index + 2} 项`);
  return read([{ ...first, unused: [...first.unused, ...left] }, ...others]);
}

const unusedIn = (body: Fields, used: readonly string[]): readonly string[] =>
  Object.keys(body)
    .filter((name) => !used.includes(name))
    .map((name) => `body 的 ${name}`);

const USED = [
  ...['type', 'value', 'purpose', 'format', 'language', 'duidu:commitment', 'duidu:verdict'],
  ...['duidu:change', 'duidu:name', 'duidu:indicator', 'duidu:object', 'duidu:stage'],
];

function readTextual(body: Fields): Reading<readonly Part[]> {
  const { value, purpose } = body;
  if (typeof value !== 'string') return refuse('body 的 value 不是文字');
  const unused = unusedIn(body, USED);
  if (body['duidu:commitment'] !== undefined) return readAssessment(body, unused);
  if (body['duidu:change'] !== undefined) return readClassification(body, unused);
  if (body['duidu:stage'] !== undefined) return readStep(body, unused);
  if (listOf(purpose).includes('tagging')) return read([{ kind: 'tag', text: value, unused }]);
  return read([{ kind: 'text', text: value, unused }]);
}

function readAssessment(body: Fields, unused: readonly string[]): Reading<readonly Part[]> {
  const iri = body['duidu:commitment'];
  const commitment = typeof iri === 'string' ? nameIn('commitment', iri) : null;
  const verdict = VERDICTS.find((name) => name === body['duidu:verdict']);
  if (commitment === null || !verdict) return refuse('更正结论写得看不懂');
  return read([{ kind: 'assessment', assessment: { commitment, verdict }, unused }]);
}

function readClassification(body: Fields, unused: readonly string[]): Reading<readonly Part[]> {
  const { 'duidu:change': change, 'duidu:name': name, 'duidu:indicator': indicator } = body;
  const known = change === 'join' || change === 'part';
  if (!known || typeof name !== 'string' || typeof indicator !== 'string' || name === '' || indicator === '')
    return refuse('指标归并写得看不懂');
  return read([{ kind: 'classification', classification: { change, name, indicator }, unused }]);
}

function readStep(body: Fields, unused: readonly string[]): Reading<readonly Part[]> {
  const object = body['duidu:object'];
  const stage = STAGES.find((name) => name === body['duidu:stage']);
  if (typeof object !== 'string' || object === '' || !stage) return refuse('走到哪一步写得看不懂');
  return read([{ kind: 'step', step: { object, stage }, unused }]);
}
