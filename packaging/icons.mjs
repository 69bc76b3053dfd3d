// Makes the icons of the packages out of the seal. They are committed: a build needs no tool for them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import png2icons from 'png2icons';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(import.meta.dirname, 'resources');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const seal = readFileSync(join(ROOT, 'resources', 'icons', 'seal.svg'), 'utf8');

/** Small ones are drawn bolder: at 16 px the seal's own line is one pixel. */
const drawnFor = (size) => {
  if (size > 32) return seal;
  return seal
    .replace('stroke-width="4"', `stroke-width="${size > 24 ? 5 : 6}"`)
    .replace('x="4" y="4" width="56" height="56"', 'x="0" y="0" width="64" height="64"');
};

const png = (size) =>
  new Resvg(drawnFor(size), { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();

mkdirSync(join(OUT, 'icons'), { recursive: true });
for (const size of SIZES) writeFileSync(join(OUT, 'icons', `${size}x${size}.png`), png(size));
writeFileSync(join(OUT, 'icon.icns'), png2icons.createICNS(png(1024), png2icons.BICUBIC2, 0));

/** An .ico of PNG entries, each drawn for its size. */
const ico = (sizes) => {
  const images = sizes.map((size) => png(size));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  images.forEach((image, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(sizes[index] % 256, at);
    head.writeUInt8(sizes[index] % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images]);
};

writeFileSync(join(OUT, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
