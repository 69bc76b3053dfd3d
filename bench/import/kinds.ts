import { strToU8, zipSync } from 'fflate';

/** A report's text in the kinds of file people have, as their programs write them. */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const linesOf = (text: string): readonly string[] =>
  text
    // A corpus text may be one line, whose paragraphs spaces or the letters of a line end divide.
    .split(/\r?\n|\\r\\n|(?=\u3000{2})/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As WPS writes it: plain paragraphs set in by two characters, a running head, — n — at the foot. */
export const docxOf = (title: string, text: string): Uint8Array => {
  const run = (words: string): string =>
    `<w:r><w:rPr><w:rFonts w:ascii="FangSong" w:cs="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const body = linesOf(text).map(
    (line) => `<w:p><w:pPr><w:ind w:firstLine="640"/><w:jc w:val="both"/></w:pPr>${run(escaped(line))}</w:p>`,
  );
  const part = (name: string, inner: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${WORD}" xmlns:r="${RELATIONS}">${inner}</w:${name}>`,
    );
  const override = (name: string, kind: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD_TYPE}.${kind}+xml"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${override('header1', 'header')}${override('footer1', 'footer')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/header" Target="header1.xml"/><Relationship Id="r2" Type="${RELATIONS}/footer" Target="footer1.xml"/></Relationships>`,
    ),
    'word/document.xml': part(
      'document',
      `<w:body>${body.join('')}<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body>`,
    ),
    'word/header1.xml': part('hdr', `<w:p>${run(escaped(title))}</w:p>`),
    'word/footer1.xml': part(
      'ftr',
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('— ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —')}</w:p>`,
    ),
  });
};

const paragraphsOf = (text: string): string =>
  linesOf(text)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');

/** A government's page: breadcrumb, buttons, source line, share row, footer. */
export const htmlOf = (title: string, text: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_人民政府门户网站</title><style>body{font:16px/1.9 "Noto Serif CJK SC",serif}.text p{text-indent:2em;margin:0;text-align:justify}</style></head><body><div>无障碍浏览 | 繁體 | 登录</div><div>首页 &gt; 政务公开 &gt; 政府工作报告 &gt; 正文</div><h1>${title}</h1><div>发布时间：2025-03-04 08:30 来源：人民政府办公室 浏览次数：311 字号：[大 中 小] 打印 分享到：微信 微博</div><div class="text">${paragraphsOf(text)}</div><div>责任编辑：方明</div><div>上一篇：没有了</div><div>下一篇：关于印发方案的通知</div><div>主办：人民政府办公室 网站标识码：6200000000 某ICP备00000000号 扫一扫在手机打开当前页</div></body></html>`;

/** Sheets of a newspaper in three columns under one headline. */
export const newspaperOf = (title: string, text: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>@page{size:A3 landscape;margin:12mm}body{font:13px/1.6 "Noto Serif CJK SC",serif;margin:0}h1{text-align:center;font-size:26px;margin:0 0 10px}.text{columns:3;column-gap:22px;text-align:justify}p{margin:0;text-indent:2em}</style><h1>${title}</h1><div class="text">${paragraphsOf(text)}</div>`;

const WIDTH = 30;
const PAGE = 30;

/** Thirty characters a line, CRLF, a page mark and the running head every thirty lines. */
export const wrappedOf = (title: string, text: string): string => {
  const lines = linesOf(text).flatMap((line) => {
    const set = `\u3000\u3000${line}`;
    return Array.from({ length: Math.ceil(set.length / WIDTH) }, (_, at) =>
      set.slice(at * WIDTH, (at + 1) * WIDTH),
    );
  });
  const out: string[] = [];
  lines.forEach((line, index) => {
    if (index > 0 && index % PAGE === 0) out.push('', `— ${index / PAGE} —`, '', title);
    out.push(line);
  });
  return out.join('\r\n');
};
