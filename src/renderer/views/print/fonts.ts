/** Characters of an element by the face and weight they are set in. */
const glyphsByFont = (element: HTMLElement): ReadonlyMap<string, ReadonlySet<string>> => {
  const fonts = new Map<string, Set<string>>();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement) continue;
    const { fontWeight, fontFamily } = getComputedStyle(node.parentElement);
    const font = `${fontWeight} 16px ${fontFamily}`;
    const glyphs = fonts.get(font) ?? new Set<string>();
    for (const character of node.nodeValue ?? '') glyphs.add(character);
    fonts.set(font, glyphs);
  }
  return fonts;
};

/**
 * Resolves once every glyph of the element can be measured and printed in its own face. A face that cannot be
 * loaded leaves the next of its list, and the measures are then those of that face.
 */
export const fontsFor = async (element: HTMLElement): Promise<void> => {
  const loads = [...glyphsByFont(element)].map(([font, glyphs]) =>
    document.fonts.load(font, [...glyphs].join('')).catch(() => []),
  );
  await Promise.all(loads);
  await document.fonts.ready;
};
