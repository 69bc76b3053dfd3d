import { annotationSchema } from '../../anchor';
import type { Annotation } from '../../report';
import { isIri, noteId } from '../iri';
import type { ShelvedText } from './anchor';
import { readBody } from './body';
import { hostility } from './limits';
import { isFields, isOfType, listOf, read, refuse, shown, type Fields, type Reading } from './reading';
import { namesContext } from './records';
import { readTargets } from './target';

/** A note from a record, and the fields of the record that this program has no use for. */
export interface RecordRead {
  readonly annotation: Annotation;
  readonly unused: readonly string[];
}

/** Longest id a journal takes. */
const LONGEST_ID = 200;

const USED = [
  '@context',
  'id',
  'type',
  'motivation',
  'created',
  'modified',
  'generated',
  'stylesheet',
  'body',
  'bodyValue',
  'target',
];

/** What the records of one file are read with. */
export interface RecordContext {
  /** Whether the file as a whole names the W3C context. */
  readonly context: boolean;
  readonly shelf: readonly ShelvedText[];
  /** ISO 8601; dates a record that has no date. */
  readonly now: string;
  /** Which record of the file (1 for the first) has taken an id. */
  readonly taken: ReadonlyMap<string, number>;
}

/**
 * The one way in for a note from a file: holds what the W3C model demands of an annotation (its MUSTs), finds its
 * passages, and checks the result as everything from outside is checked.
 */
export function readRecord(
  record: unknown,
  { context, shelf, now, taken }: RecordContext,
): Reading<RecordRead> {
  const hostile = hostility(record);
  if (hostile) return refuse(hostile);
  if (typeof record === 'string' && isIri(record)) return refuse('只有网址，批注本身不在文件里');
  if (!isFields(record)) return refuse('这一条不是批注');
  const head = readHead(record, context);
  if (!head.ok) return head;
  const earlier = taken.get(head.value.id);
  if (earlier !== undefined) return refuse(`编号与第 ${earlier} 条相同`);
  const body = readBody(record);
  if (!body.ok) return body;
  const targets = readTargets(record['target'], shelf);
  if (!targets.ok) return targets;
  const { text, tags, assessment, classification, step } = body.value;
  const checked = annotationSchema.safeParse({
    id: head.value.id,
    body: {
      text,
      tags,
      colour: targets.value.colour ?? '藤黄',
      underline: targets.value.underline,
      ...(assessment ? { assessment } : {}),
      ...(classification ? { classification } : {}),
      ...(step ? { step } : {}),
    },
    targets: targets.value.targets,
    created: head.value.created ?? head.value.modified ?? now,
    modified: head.value.modified ?? head.value.created ?? now,
  });
  if (!checked.success) return refuse(`内容不合格式：${checked.error.issues[0]?.path.join('.') ?? ''}`);
  const fields = Object.keys(record).filter((name) => !USED.includes(name));
  return read({
    annotation: checked.data,
    unused: [...fields, ...body.value.unused, ...targets.value.unused],
  });
}

interface Head {
  readonly id: string;
  readonly created: string | null;
  readonly modified: string | null;
}

function readHead(record: Fields, context: boolean): Reading<Head> {
  if (!context && !namesContext(record)) return refuse('没有写 W3C 批注的 @context');
  if (!isOfType(record, 'Annotation')) return refuse('类型 type 不是 Annotation');
  const { id } = record;
  if (typeof id !== 'string' || !isIri(id)) return refuse(`编号 id 不是网址或 urn：${shown(id)}`);
  if (noteId(id).length > LONGEST_ID) return refuse(`编号 id 超过 ${LONGEST_ID} 个字符`);
  const wrong = wrongField(record);
  if (wrong) return refuse(wrong);
  const [created, modified] = [readTime(record['created']), readTime(record['modified'])];
  return read({ id: noteId(id), created, modified });
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A time as this program writes it, or null where there is none or it is not one. */
const readTime = (value: unknown): string | null => {
  if (typeof value !== 'string' || !TIME.test(value)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
};

/** Gives what the model demands of fields it does not demand. */
function wrongField(record: Fields): string | null {
  const time = ['created', 'modified', 'generated'].find(
    (name) => record[name] !== undefined && readTime(record[name]) === null,
  );
  if (time) return `${time} 不是带时区的日期时间：${shown(record[time])}`;
  const words = listOf(record['motivation']).every((word) => typeof word === 'string');
  if (!words) return 'motivation 不是文字';
  const isLink = (value: unknown): boolean => typeof value === 'string' && isIri(value);
  const links = ['rights', 'canonical', 'via'].find((name) => !listOf(record[name]).every(isLink));
  if (links) return `${links} 不是网址：${shown(record[links])}`;
  return Array.isArray(record['canonical']) ? 'canonical 只能有一个' : null;
}
