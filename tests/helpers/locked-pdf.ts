import { createHash } from 'node:crypto';

/** What a password is filled up with (PDF 32000-1, 7.6.3.3). */
const FILL = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();

const rc4 = (key: Uint8Array, data: Uint8Array): Buffer => {
  const box = Array.from({ length: 256 }, (_, at) => at);
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    [box[i], box[j]] = [box[j] ?? 0, box[i] ?? 0];
  }
  let i = 0;
  j = 0;
  const sealed = Uint8Array.from(data, (byte) => {
    i = (i + 1) & 255;
    j = (j + (box[i] ?? 0)) & 255;
    [box[i], box[j]] = [box[j] ?? 0, box[i] ?? 0];
    return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
  });
  return Buffer.from(sealed);
};

const padded = (password: string): Buffer =>
  Buffer.concat([Buffer.from(password, 'latin1'), FILL]).subarray(0, 32);

/** The page's drawing: a line of text each, in the predefined font and encoding for Chinese. */
const drawing = (lines: readonly string[]): Buffer => {
  const shown = lines.map((line) => {
    const units = Buffer.from(line, 'utf16le').swap16().toString('hex');
    return `<${units}> Tj 0 -20 Td`;
  });
  return Buffer.from(`BT /F1 9 Tf 60 780 Td ${shown.join('\n')} ET`);
};

/** Makes a PDF of one page that opens with a password only (RC4, 40 bits); an empty one leaves it open. */
export const lockedPdf = (lines: readonly string[], password: string): Uint8Array => {
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password));
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(password), owner, rights, id).subarray(0, 5);
  const user = rc4(key, FILL);
  const sealed = (object: number, bytes: Buffer): Buffer =>
    password === '' ? bytes : rc4(md5(key, Buffer.from([object, 0, 0, 0, 0])).subarray(0, 10), bytes);
  const content = sealed(4, drawing(lines));
  const words = (text: string): string => `<${sealed(6, Buffer.from(text)).toString('hex')}>`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from(
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    ),
    Buffer.from(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry ${words('Adobe')} /Ordering ${words('GB1')} /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >> >>`,
    ),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(parts).length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt =
    password === ''
      ? ''
      : `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>] ${encrypt} >>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
};
