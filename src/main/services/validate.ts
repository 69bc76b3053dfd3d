import { z } from 'zod';
import type { Result } from '../../shared/fault';
import { fail, succeed } from '../../shared/fault';
import type { CallInput, CallName, HostCalls } from '../../shared/host';
import { CONTENT_PIECE, MAX_CONTENT, MAX_DRAFTS, SNAPSHOT_REASONS } from '../../shared/host';
import { journalDraft } from '../../shared/host/journal-schema';
import { OWN_ID } from '../../shared/library';
import { SNAPSHOT_NAME } from './snapshot-folder';

/** Largest file the page may save: a printed comparison with fonts is below 20 MB. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;

const nothing = z.null();
const bytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= MAX_FILE_BYTES,
);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const contentOffset = z.int().min(0).max(MAX_CONTENT);
const paper = z.strictObject({
  size: z.enum(['A4', 'A3']),
  orientation: z.enum(['portrait', 'landscape']),
  grey: z.boolean(),
});

/** What each call takes, exactly; a key more or less is refused. */
const INPUTS: { readonly [Name in CallName]: z.ZodType<HostCalls[Name]['input']> } = {
  info: nothing,
  'journal/head': nothing,
  'journal/read': z.strictObject({ afterSeq: z.int().min(0), limit: z.optional(z.int().min(1)) }),
  'journal/append': z.strictObject({ drafts: z.array(journalDraft).max(MAX_DRAFTS) }),
  space: nothing,
  'snapshot/list': nothing,
  'snapshot/make': z.strictObject({ reason: z.enum(SNAPSHOT_REASONS) }),
  'snapshot/read': z.strictObject({ name: z.string().regex(SNAPSHOT_NAME) }),
  'library/head': nothing,
  'library/read': z.strictObject({ afterSeq: z.int().min(0) }),
  'library/append': journalDraft,
  'library/put': z.strictObject({
    sha256,
    size: contentOffset,
    at: contentOffset,
    data: z.base64().max(Math.ceil(CONTENT_PIECE / 3) * 4),
  }),
  'library/get': z.strictObject({ sha256, at: contentOffset }),
  'library/open': z.strictObject({ id: z.string().regex(OWN_ID) }),
  'folder/reveal': z.strictObject({ folder: z.enum(['data', 'reports', 'snapshots']) }),
  'file/save': z.strictObject({ name: z.string().min(1).max(500), mime: z.string().max(200), bytes }),
  'file/open': z.strictObject({
    accept: z.array(z.string().regex(/^\.[A-Za-z0-9]{1,12}$/)).max(20),
    most: z.optional(z.int().min(1)),
    single: z.optional(z.boolean()),
  }),
  'file/handed': nothing,
  'file/read': z.strictObject({ path: z.string().min(1).max(32_767) }),
  'page/print': paper,
  'page/pdf': paper,
  'page/leave': z.strictObject({ saved: z.boolean() }),
  session: z.strictObject({ ticket: z.string().regex(/^[\w-]{43}$/) }),
};

/** The one gate for everything a page sends: the agreed shape, or a fault. */
export const readInput = <Name extends CallName>(name: Name, raw: unknown): Result<CallInput<Name>> => {
  const parsed = INPUTS[name].safeParse(raw);
  if (parsed.success) return succeed(parsed.data);
  return fail({
    code: 'bad-input',
    subject: '对读',
    reason: '窗口送来的内容不合约定，没有执行',
    remedy: '请重新打开对读后再试一次',
    detail: `${name}: ${parsed.error.issues
      .map(({ path, code }) => `${path.join('.')} ${code}`)
      .join('; ')
      .slice(0, 500)}`,
  });
};

/** Tells whether a name is one of the agreed calls. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(INPUTS, name);
