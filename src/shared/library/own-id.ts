/** Id of a report of the reader's own: `own-` and a ULID in lower case. */
export const OWN_ID = /^own-[0-9a-hjkmnp-tv-z]{26}$/;
