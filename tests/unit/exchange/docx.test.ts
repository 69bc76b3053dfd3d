import naughty from 'big-list-of-naughty-strings';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { describeReports } from '../../../src/shared/exchange';
import { notesDocx } from '../../../src/paper/office/notes-docx';
import { note, passage, reports } from './notes';

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!);

/** The words of a text in WordprocessingML, line breaks as such. */
const wordsOf = (xml: string): string =>
  xml
    .replaceAll('<w:br/>', '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('批注 as a Word document', () => {
  it('has reports, sentence, section, words, tags and verdict', async () => {
    const targets = [
      passage('zhoukou-2025', '港口货物吞吐量完成5205万吨'),
      passage('zhoukou-2022', '港口货物吞吐量2915万吨'),
    ];
    const assessment = { commitment: 'c', verdict: 'partly' } as const;
    const text = await textOf(
      await notesDocx(
        [note({ text: '**要紧**\n- 一', tags: ['港航'], assessment }, { targets })],
        describeReports(reports),
      ),
    );
    for (const words of [
      '周口市 2025',
      '周口市 2022',
      '港口货物吞吐量完成5205万吨，增长27.5%，集装箱达到16.3万标箱，增长56%',
      '2024年工作回顾 › 改革开放纵深推进',
      '要紧',
      '• 一',
      '标签：港航',
      '更正结论：部分完成',
      '这条批注写在“周口市 2025”下',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('**');
  });

  it('opens whatever the notes say, with their words in it', async () => {
    const notes = naughty.map((words, index) => note({ text: words, tags: [words] }, { id: `n${index}` }));
    const text = await textOf(await notesDocx(notes, describeReports(reports)));
    for (const words of naughty.filter((each) => /^[\p{Script=Han}\p{L}\p{N} ]+$/u.test(each.trim())))
      expect(text).toContain(words.trim());
  });

  it('keeps every naughty string as tag and file name, but for what XML cannot hold', async () => {
    const words = [...naughty, '=1+1', '\tx', "'x", '\0=1', 'a\r\nb', '\ud800'].filter((each) => each !== '');
    const notes = words.map((text, index) =>
      note(
        { tags: [text] },
        { id: `n${index}`, targets: [{ ...note().targets[0]!, report: `${text}·${index}` }] },
      ),
    );
    const xml = partOf(await notesDocx(notes, describeReports(reports)), 'word/document.xml');
    const said = wordsOf(xml);
    const shown = (text: string): string =>
      text
        .replace(/\r\n|\r/g, '\n')
        .replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
    for (const [index, text] of words.entries()) {
      expect(said).toContain(`标签：${shown(text)} · `);
      expect(said).toContain(`${shown(text)}·${index}`);
    }
  });

  it('names only looks that its styles describe, and tells how many notes are done', async () => {
    const told: number[] = [];
    const text = '- 一\n  - 二\n\n> 引\n\n```\n码\n```\n\n# 题\n\n*斜* ~~删~~ `码` [网](https://x.cn)';
    const targets = [passage('zhoukou-2025', '集装箱'), passage('zhoukou-2022', '港口货物吞吐量2915万吨')];
    const bytes = await notesDocx(
      [note({ text }), note({}, { id: 'b', targets })],
      describeReports(reports),
      (done) => told.push(done),
    );
    const styles = partOf(bytes, 'word/styles.xml');
    const named = new Set(
      [...partOf(bytes, 'word/document.xml').matchAll(/w:pStyle w:val="(\w+)"/g)].map(([, id]) => id),
    );
    expect([...named].sort()).toEqual(
      'Caption Code Facts Heading1 Item Passage Place Quoted Title Words'.split(' '),
    );
    for (const id of named) expect(styles).toContain(`w:styleId="${id}"`);
    expect(told).toEqual([1, 2]);
  });
});
