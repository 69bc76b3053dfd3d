import type { Palette } from './chart-config';
import type { Plot } from './plot';

/** What a plot writes besides its own words: figures, signs, and why a year is empty. */
const SIGNS = '0123456789.,—＋－＞≥≤～约年缺报告未提及存疑';

/**
 * Waits for the faces a plot is written in. They come in parts by character, and a canvas, other than the page, is
 * not drawn again when a part arrives: a sign that came late would stay an empty box.
 */
export async function loadFaces(
  plot: Plot,
  { sans, serif }: Pick<Palette, 'sans' | 'serif'>,
  words = '',
): Promise<void> {
  const characters = [...new Set(`${JSON.stringify(plot)}${SIGNS}${words}`)].join('');
  const faces = [sans, serif].flatMap((family) => [400, 700].map((weight) => `${weight} 13px ${family}`));
  // A face that cannot be loaded costs its look; the system's stands in for it.
  await Promise.all(faces.map((face) => document.fonts.load(face, characters).catch(() => [])));
}
