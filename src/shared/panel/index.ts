export { PANEL_COLUMNS, PANEL_COLUMN_NAMES, type PanelRow } from './columns';
export { judgeRows } from './judge';
export { panelRows } from './long';
export { SDMX_COLUMNS, sdmxRow } from './sdmx';
export { widePanel, type WideChoice } from './wide';
