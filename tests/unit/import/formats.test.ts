import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gbkOf } from '../../helpers/gbk';
import { bytesOf, imported, importBytes, LINES, linesOf, PLAIN, TEXT, TITLE } from './files';

const GB = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6]);
const wide = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le'));
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1] ?? 0);

describe('plain text in every encoding', () => {
  test.each([
    ['UTF-8', bytesOf(TEXT), 'utf-8'],
    ['UTF-8 with a mark', bytesOf(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 with a mark', wide(TEXT, true), 'utf-16le'],
    ['UTF-16 without one', wide(TEXT, false), 'utf-16le'],
    ['UTF-16 the other way round', swapped(wide(TEXT, false)), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const { raw, origin } = await imported('a.txt', bytes);
    expect([raw, origin.encoding, origin.format]).toEqual([TEXT, encoding, 'text']);
  });

  test('GB18030 and Big5 are told apart by what reads as Chinese', async () => {
    expect((await imported('a.txt', GB)).raw).toBe('政府工作报告');
    // 政府工作報告。經濟發展 in Big5.
    const big5 = [0xac, 0x46, 0xa9, 0xb2, 0xa4, 0x75, 0xa7, 0x40, 0xb3, 0xf8, 0xa7, 0x69, 0xa1, 0x43];
    const more = [0xb8, 0x67, 0xc0, 0xd9, 0xb5, 0x6f, 0xae, 0x69];
    const { raw, origin } = await imported('a.txt', Uint8Array.from([...big5, ...more]));
    expect([raw, origin.encoding]).toEqual(['政府工作報告。經濟發展', 'big5']);
  });

  test.each([
    ['UTF-8', bytesOf(TEXT)],
    ['GBK', gbkOf(TEXT)],
  ])('one bad byte of %s is marked and told, and refuses nothing', async (_, bytes) => {
    bytes[100] = 0xff;
    const { raw, warnings, repairs } = await imported('a.txt', bytes);
    expect(raw).toContain('\ufffd');
    expect(warnings).toHaveLength(1);
    expect(repairs.map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  test('radicals become the ideographs they stand for, each listed', async () => {
    const { raw, repairs } = await imported(
      'a.txt',
      bytesOf(TEXT.replace('增长', '增⻓').replace('生', '⽣')),
    );
    expect(raw).toBe(TEXT);
    expect(repairs).toEqual([{ kind: 'radical', count: 2, texts: ['⽣→生', '⻓→长'] }]);
  });
});

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}_溪口县人民政府</title><script>globalThis.ran = true</script></head>
<body><nav>首页 &gt; 政务公开 &gt; 正文</nav><div><h1>${TITLE}</h1><div>发布时间：2031-01-12 来源：溪口日报 浏览次数：233 字号：[大 中 小] 打印</div>
<div class="content">${LINES.slice(1)
  .map((line) => `<p style="text-indent:2em">${line}</p>`)
  .join(
    '',
  )}</div></div><div>责任编辑：方明</div><div>上一篇：没有了</div><footer>主办：溪口县人民政府 某ICP备00000000号</footer></body></html>`;

describe('pages', () => {
  test('the text stays, the site’s furniture leaves and is listed, nothing runs', async () => {
    const { raw, origin, repairs, guesses } = await imported('正文.html', bytesOf(PAGE));
    expect(linesOf(raw)).toEqual(PLAIN);
    expect(origin.format).toBe('html');
    expect(repairs[0]?.texts.join('')).toMatch(/首页.*责任编辑.*上一篇.*备案|首页.*责任编辑/);
    expect(guesses).toMatchObject({
      place: { value: '溪口县' },
      year: { value: 2031 },
      title: { value: TITLE },
    });
    expect('ran' in globalThis).toBe(false);
  });

  test('under another ending it is a page all the same', async () => {
    expect((await imported('正文.txt', bytesOf(PAGE))).origin.format).toBe('html');
  });

  test.each(['the head', 'the foot'])(
    'with a picture and a script set into %s of it, larger than all its text',
    async (where) => {
      const inlaid = `<img src="data:image/png;base64,${'QUJD'.repeat(400_000)}"><script>${'var a=1;'.repeat(40_000)}</script>`;
      const page =
        where === 'the head'
          ? PAGE.replace('<body>', `<body>${inlaid}`)
          : PAGE.replace('</body>', `${inlaid}</body>`);
      const { raw, origin } = await imported('正文.html', bytesOf(page));
      expect(linesOf(raw)).toEqual(PLAIN);
      expect(origin.encoding).toBe('utf-8');
    },
  );

  test('a saved message holds the page, in quoted-printable or base64', async () => {
    const quoted = [...bytesOf(PAGE)]
      .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
      .join('');
    for (const [encoding, body] of [
      ['quoted-printable', quoted.replace(/(.{72})/g, '$1=\r\n')],
      ['base64', Buffer.from(PAGE).toString('base64')],
    ] as const) {
      const message = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b1--\r\n`;
      const { raw, origin } = await imported('正文.mht', bytesOf(message));
      expect(linesOf(raw)).toEqual(PLAIN);
      expect(origin.format).toBe('mht');
    }
  });
});

test('Markdown is read as the text it is', async () => {
  const text = TEXT.replace(/^([一二]、)/gm, '## $1');
  const { raw, origin } = await imported('a.md', bytesOf(text));
  expect([raw, origin.format]).toEqual([text, 'markdown']);
});

test('RTF gives its words, by code page and by number, without fonts and heads', async () => {
  const words = [...TEXT].map((character) =>
    character === '\n'
      ? '\\par\n'
      : character < '\x80'
        ? character
        : `\\u${String(character.charCodeAt(0))}?`,
  );
  const gb = [...GB].map((byte) => `\\'${byte.toString(16)}`).join('');
  const source = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}{\\header 溪口}\\f0 ${gb}\\par\n${words.join('')}}`;
  const { raw } = await imported(
    'a.rtf',
    Uint8Array.from(source, (character) => character.charCodeAt(0) & 0xff),
  );
  expect(linesOf(raw)).toEqual(['政府工作报告', ...PLAIN]);
});

describe('tables', () => {
  test('a report a row', async () => {
    const body = `"${TEXT.repeat(6)}"`;
    const csv = `省份,年份,标题,正文\n东海省,2030,东海报告,${body}\n东海省,2031,东海报告,${body}\n`;
    const outcomes = await importBytes('各省.csv', bytesOf(csv));
    expect(outcomes.map(({ name }) => name)).toEqual(['各省.csv › 东海省 2030', '各省.csv › 东海省 2031']);
  });

  test('a text that is one long line with commas and known words is no table', async () => {
    const line = `政府工作报告,全市各地区认真落实会议内容,坚持稳中求进,年度目标全面完成,${TEXT.replaceAll('\n', '')}`;
    const outcomes = await importBytes('一行.txt', bytesOf(line));
    expect(outcomes.map(({ result }) => result.ok && result.value.origin.format)).toEqual(['text']);
  });

  test('a sentence a row: sentences of one place and year are one report', async () => {
    const rows = LINES.map((line) => `溪口县,2031,"${line}"`).join('\n');
    const outcomes = await importBytes('句.csv', bytesOf(`地区,年份,内容\n${rows}\n`));
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.result.ok === true ? linesOf(outcomes[0].result.value.raw) : []).toEqual(PLAIN);
  });
});

/** An archive as a Chinese Windows writes it: the name abcd.txt is 溪口.txt in GBK, and no flag says so. */
const named = (archive: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(archive)
      .toString('latin1')
      .replaceAll('abcd.txt', `${Buffer.from(gbkOf('溪口')).toString('latin1')}.txt`),
    'latin1',
  );

test('an archive gives its members, with names in GBK read, and litter left out', async () => {
  const archive = zipSync({
    '2031/溪口.txt': strToU8(TEXT),
    '__MACOSX/x': strToU8('x'),
    'bad.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 1]),
  });
  const outcomes = await importBytes('报告.zip', archive);
  expect(outcomes.map(({ name, result }) => [name, result.ok])).toEqual([
    ['报告.zip › 2031/溪口.txt', true],
    ['报告.zip › bad.docx', false],
  ]);
  const [member] = await importBytes('报告.zip', named(zipSync({ '2031/abcd.txt': strToU8(TEXT) })));
  expect([member?.name, member?.result.ok]).toEqual(['报告.zip › 2031/溪口.txt', true]);
});

test('what a table states in its columns goes before the words of the text; the guard of a cell is taken off (S-23)', async () => {
  const outcomes = await importBytes(
    '各地.csv',
    bytesOf(`地区,年份,正文\n博野,2030,"'=${TEXT.repeat(9)}"\n云岚县,2029,"${TEXT.repeat(9)}"\n`),
  );
  const facts = outcomes.map(({ result }) =>
    result.ok
      ? [result.value.guesses.place?.value, result.value.guesses.year?.value, result.value.raw[0]]
      : [],
  );
  expect(facts).toEqual([
    ['博野县', 2030, '='],
    ['云岚县', 2029, '溪'],
  ]);
});
