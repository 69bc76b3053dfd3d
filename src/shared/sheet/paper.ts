/** What a sheet is printed on. Lengths in millimetres. */
export interface Paper {
  readonly size: PaperSize;
  readonly orientation: Orientation;
  readonly margins: Margins;
  /** Size of the text, in points. */
  readonly fontSize: number;
  readonly grey: boolean;
}

export type PaperSize = 'A4' | 'A3';
export type Orientation = 'portrait' | 'landscape';

/** Left is the binding side. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** 装订边: room to file it. 公文: GB/T 9704-2012. 不装订: the same all round. */
export const MARGINS = {
  binding: { top: 18, right: 18, bottom: 16, left: 26 },
  official: { top: 37, right: 26, bottom: 35, left: 28 },
  even: { top: 18, right: 18, bottom: 16, left: 18 },
} as const satisfies Readonly<Record<string, Margins>>;

export type MarginName = keyof typeof MARGINS;

/** 小五, 五号 and 小四, in points. */
export const FONT_SIZES = [9, 10.5, 12] as const;

export const DEFAULT_PAPER: Paper = {
  size: 'A4',
  orientation: 'portrait',
  margins: MARGINS.binding,
  fontSize: 10.5,
  grey: true,
};

const LONG = { A4: 297, A3: 420 } as const;
const SHORT = { A4: 210, A3: 297 } as const;

/** Width and height of a page as it is held. */
export const pageSize = ({
  size,
  orientation,
}: Paper): { readonly width: number; readonly height: number } =>
  orientation === 'portrait'
    ? { width: SHORT[size], height: LONG[size] }
    : { width: LONG[size], height: SHORT[size] };
