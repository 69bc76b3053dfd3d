import { ROLES, TOPICS } from '../report';
import type { Passage } from './passage';
import { KINDS, passageWeight } from './weight';

/*
 * A passage's report (16 bits), role, topic (4 each) and kind (3), in one number: a search that passes over
 * thousands of hits reads one place of memory for each, not four.
 */

/** As many reports as 16 bits can number. */
export const LARGEST_SEGMENT_REPORTS = 0xffff;

export const packFacts = (report: number, { role, topic, kind }: Passage): number =>
  report | (ROLES.indexOf(role) << 16) | (TOPICS.indexOf(topic) << 20) | (KINDS.indexOf(kind) << 24);

/** Index into the segment's reports. */
export const reportIn = (facts: number): number => facts & 0xffff;

/** Index into ROLES. */
export const roleIn = (facts: number): number => (facts >>> 16) & 0xf;

/** Index into TOPICS. */
export const topicIn = (facts: number): number => (facts >>> 20) & 0xf;

/** Index into KINDS. */
export const kindIn = (facts: number): number => (facts >>> 24) & 0x7;

const KIND_BITS = 3;

/** By role and kind. */
const WEIGHTS = new Uint8Array(ROLES.length << KIND_BITS);
ROLES.forEach((role, at) =>
  KINDS.forEach((kind, number) => (WEIGHTS[(at << KIND_BITS) | number] = passageWeight({ role, kind }))),
);

/** Gives what a hit in the passage is worth before its own merits: see weight.ts. */
export const weightIn = (facts: number): number => WEIGHTS[(roleIn(facts) << KIND_BITS) | kindIn(facts)] ?? 0;
