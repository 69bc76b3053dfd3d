import 'fake-indexeddb/auto';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFrom } from '../../../src/main/services/described-reports';
import { readableNotes } from '../../../src/main/services/readable-notes';
import { describeReports, toJsonLd, toMarkdown } from '../../../src/shared/exchange';
import type { JournalEntry } from '../../../src/shared/host';
import { shortName, type Annotation } from '../../../src/shared/report';
import { bundledCatalog } from '../../helpers/bundled-reports';
import { memoryJournal } from '../../helpers/memory-journal';
import { removeFolder, ROOT, temporaryFolder } from '../../helpers/places';
import { openSession } from '../store/session';
import { note, passage, reports } from './notes';

const BUNDLED = join(ROOT, 'resources', 'reports');

const PORT = '港口货物吞吐量完成5205万吨';
const SENTENCE = `**${PORT}**，增长27.5%，集装箱达到16.3万标箱，增长56%`;

const sent: readonly Annotation[] = [
  note(
    { text: '翻番', tags: ['港航'] },
    { id: 'a', targets: [passage('zhoukou-2025', PORT), passage('zhoukou-2022', '港口货物吞吐量2915万吨')] },
  ),
  note({}, { id: 'b', targets: [passage('zhoukou-2022-highlights', '干在实处')] }),
  note(
    { text: '不在架上' },
    { id: 'c', targets: [{ ...passage('zhoukou-2025', PORT), report: '郑州-2024' }] },
  ),
];

let entries: readonly JournalEntry[] = [];
let folder = '';

beforeAll(async () => {
  folder = await temporaryFolder();
  const journal = memoryJournal();
  const session = await openSession({ journal, database: 'readable' });
  session.notes.getState().add([...sent, note({ text: '删了的' }, { id: 'gone' })]);
  session.notes.getState().remove(['gone']);
  await session.settled();
  entries = journal.lines;
});
afterAll(() => removeFolder(folder));

const filesFrom = async (place: string) => {
  const { notes, files } = await readableNotes(entries, describeFrom(place));
  return { notes, text: String(files['notes.md']), jsonLd: String(files['annotations.jsonld']) };
};

describe('the readable files of a snapshot', () => {
  it('are what an export says, with the sections of the reports', async () => {
    const names = new Map(bundledCatalog().map((entry) => [entry.id, shortName(entry)]));
    const { notes, text, jsonLd } = await filesFrom(BUNDLED);
    expect(notes).toBe(3);
    expect(text).toBe(
      toMarkdown(
        sent,
        describeReports(reports, ({ id }) => names.get(id) ?? id),
      ),
    );
    expect(jsonLd).toBe(toJsonLd(sent));
    for (const words of [
      '## 周口市 2025',
      '## 周口市 2022 亮点',
      `> ${SENTENCE}`,
      '> —— 2024年工作回顾 › 改革开放纵深推进',
      '> —— 周口市 2022 › ',
      '标签：港航',
      '## 郑州\\-2024',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('删了的');
  });

  it('leave out the sections of a text that has changed or is gone, and nothing else', async () => {
    await copyFile(join(BUNDLED, 'catalog.json'), join(folder, 'catalog.json'));
    await writeFile(join(folder, 'zhoukou-2025.txt'), '改过的');
    const { text } = await filesFrom(folder);
    expect(text).toContain('## 周口市 2025\n\n周口市政府工作报告');
    expect(text).toContain(SENTENCE);
    expect(text).not.toContain('改革开放纵深推进');
  });

  it('call the reports by their ids where there is no catalogue', async () => {
    const { notes, text } = await filesFrom(join(folder, '没有'));
    expect(notes).toBe(3);
    expect(text).toContain('## zhoukou\\-2025');
    expect(text).toContain(SENTENCE);
  });
});
