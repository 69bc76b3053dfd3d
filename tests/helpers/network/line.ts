/** The interface that would lead out: what is sent over it is counted and lost. */
export const LINE = 'out';
