import { describe, expect, test } from 'vitest';
import { importFile } from '../../../src/import';
import { lockedPdf } from '../../helpers/locked-pdf';
import { characterMaps, LINES, linesOf, PLAIN } from './files';

const read = async (password?: string) => {
  const file = { name: '报告.pdf', bytes: lockedPdf(LINES, 'mima-2031') };
  const options = { characterMaps, ...(password === undefined ? {} : { password }) };
  const [outcome] = await importFile(file, options);
  return outcome?.result;
};

describe('a locked PDF', () => {
  test('without a password, and with a wrong one, says which and what to do', async () => {
    const closed = await read();
    expect(closed?.ok === false && closed.fault).toMatchObject({
      code: 'file-locked',
      reason: '文件设了打开密码',
    });
    const wrong = await read('1234');
    expect(wrong?.ok === false && wrong.fault).toMatchObject({ code: 'file-locked', reason: '打开密码不对' });
  });

  test('with its password gives the text', async () => {
    const opened = await read('mima-2031');
    expect(opened?.ok && linesOf(opened.value.raw).join('')).toBe(PLAIN.join(''));
  });

  test('tells which page of how many is read', async () => {
    const pages: string[] = [];
    const file = { name: '报告.pdf', bytes: lockedPdf(LINES, '') };
    await importFile(file, { characterMaps, onPage: (page, of) => pages.push(`${page}/${of}`) });
    expect(pages).toEqual(['1/1']);
  });
});
