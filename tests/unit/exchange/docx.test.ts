import naughty from 'big-list-of-naughty-strings';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { describeReports } from '../../../src/shared/exchange';
import { notesDocx } from '../../../src/paper/office/notes-docx';
import { note, passage, reports } from './notes';

const textOf = async (bytes: ArrayBuffer): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

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
});
