import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appended } from '../../../src/renderer/host/answer';
import { jsonBody } from '../../../src/renderer/host/json-body';
import { succeed } from '../../../src/shared/fault';
import { receiptOf, type JournalEntry } from '../../../src/shared/host';
import { draft } from '../../helpers/journal-drafts';

const textOf = async (body: string | Blob): Promise<string> =>
  typeof body === 'string' ? body : body.text();

describe('what a call sends', () => {
  it('is the JSON of its input, also where a long list is written in slices', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.constant(null),
          fc.record({ drafts: fc.array(fc.jsonValue(), { minLength: 195, maxLength: 610, size: 'max' }) }),
          fc.record({ drafts: fc.array(fc.jsonValue()), other: fc.string() }),
        ),
        async (input) => {
          expect(JSON.parse(await textOf(await jsonBody(input)))).toEqual(JSON.parse(JSON.stringify(input)));
        },
      ),
      { seed: 21, numRuns: 40 },
    );
  });
});

describe('what was appended over a wire', () => {
  const drafts = ['一', '二', '三'].map((text) => draft({ text }));
  const entries = drafts.map((one, i): JournalEntry => ({
    ...one,
    seq: 7 + i,
    sha256: String(i).repeat(64),
  }));

  it('comes back as the drafts with their places, whatever the order of the receipts', async () => {
    const answer = await appended(drafts, () => Promise.resolve(succeed(entries.map(receiptOf).reverse())));
    expect(answer).toEqual(succeed(entries));
  });

  it('keeps the payloads themselves, which are known to be sound', async () => {
    const answer = await appended(drafts, () => Promise.resolve(succeed(entries.map(receiptOf))));
    expect(answer.ok && answer.value[0]?.payload).toBe(drafts[0]?.payload);
  });

  it('is a fault where a receipt is missing: what has none is not saved', async () => {
    const answer = await appended(drafts, () => Promise.resolve(succeed(entries.slice(1).map(receiptOf))));
    expect(answer).toMatchObject({ ok: false, fault: { code: 'host-silent' } });
  });

  it('is a fault where the host does not answer', async () => {
    const answer = await appended(drafts, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(answer).toMatchObject({ ok: false, fault: { code: 'host-silent' } });
  });
});
