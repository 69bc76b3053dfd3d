export { isCut } from './excerpt';
export { WORDING_PARTS, type WordingPart } from './parts';
export { RESOLVE } from './scale';
export { DEFAULT_DICTIONARY, DEFAULT_STOP_WORDS } from './stop-words';
export * from './trace';
export * from './wording';
