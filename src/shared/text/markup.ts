/** What stands for a character that markup would read as its own. */
export const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Writes text for HTML, XML and SVG, so that no character of it is taken for markup. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
