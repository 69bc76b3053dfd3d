const NATION = '全国';
/** The name the nation's own reports are filed under. */
const CABINET = '国务院';

/** Names the place a report's own figures are of: those of 国务院 are of 全国. */
export const homeOf = (place: string | null): string | null => (place === CABINET ? NATION : place);

/** Names the place under which the reports are filed that speak of a place. */
export const filedUnder = (place: string): string => (place === NATION ? CABINET : place);
