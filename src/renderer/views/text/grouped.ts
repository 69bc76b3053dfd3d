const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/** As many decimals as any report states; what a sum in floating point leaves behind them is no figure. */
const MOST_DECIMALS = 6;

/** A number with commas between its thousands, 12,345.6: first screens cannot wait for the runtime's own formats. */
export const grouped = (value: number): string => {
  const [whole = '', decimals] = String(Number(value.toFixed(MOST_DECIMALS))).split('.');
  return whole.replace(THOUSANDS, ',') + (decimals === undefined ? '' : `.${decimals}`);
};
