/** Raised whenever the same text would give other observations; stored indexes of another version are rebuilt. */
export const INDEX_VERSION = 14;
