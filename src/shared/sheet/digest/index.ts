export * from './build-digest';
export { BY_RULE, type DigestChoice, type DigestMaterial } from './material';
