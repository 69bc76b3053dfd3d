/** A query for the characters as they are typed: between these marks only the closing one has a meaning. */
export const phrase = (text: string): string => `「${text.replaceAll('」', '”')}」`;
