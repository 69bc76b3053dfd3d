import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far a report has been read. */
export interface Position {
  readonly report: string;
  /** Clean offset where the paragraph at the top of the window starts. */
  readonly paragraphStart: number;
  /** Pixels of that paragraph already scrolled past; negative where the window begins in the gap above it. */
  readonly scrolled: number;
  /** Share of the report read, 0 to 1. */
  readonly progress: number;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** Where positions are kept between sessions. */
export interface PositionArchive {
  all(): Promise<readonly Position[]>;
  put(position: Position): Promise<void>;
}

export interface Positions {
  /** False until the archive has answered; a report opened before that waits for its place. */
  readonly loaded: boolean;
  readonly byReport: Readonly<Record<string, Position>>;
  load(): Promise<void>;
  readonly save: (position: Position) => void;
  /** Writes at once what still waits to be written; for when the window closes. */
  readonly flush: () => void;
}

export type PositionsStore = StoreApi<Positions>;

/** Scrolling moves the place with every frame; the archive hears of it twice a second. */
const WRITE_DELAY = 500;

const afterDelay = (work: () => void): void => void setTimeout(work, WRITE_DELAY);

/**
 * An archive that fails costs the reader a scroll position, never the session: it reads as empty.
 * `later` runs a write after a while; tests give their own.
 */
export const createPositions = (
  archive: PositionArchive,
  later: (work: () => void) => void = afterDelay,
): PositionsStore => {
  const waiting = new Map<string, Position>();
  const flush = () => {
    const positions = [...waiting.values()];
    waiting.clear();
    for (const position of positions) archive.put(position).catch(() => undefined);
  };
  const keep = (position: Position) => {
    if (!waiting.size) later(flush);
    waiting.set(position.report, position);
  };
  return createStore<Positions>()((set, get) => ({
    loaded: false,
    byReport: {},
    load: async () => {
      const saved = await archive.all().catch(() => []);
      set(({ byReport }) => ({
        loaded: true,
        byReport: {
          ...Object.fromEntries(saved.map((position) => [position.report, position])),
          ...byReport,
        },
      }));
    },
    save: (position) => {
      // What has been read stays read: going back to the beginning takes nothing away.
      const before = get().byReport[position.report]?.progress ?? 0;
      const kept = { ...position, progress: Math.max(before, position.progress) };
      set(({ byReport }) => ({ byReport: { ...byReport, [position.report]: kept } }));
      keep(kept);
    },
    flush,
  }));
};

/** The report read last, or null. */
export const latestPosition = (byReport: Positions['byReport']): Position | null =>
  Object.values(byReport).reduce<Position | null>(
    (latest, position) => (latest && latest.readAt >= position.readAt ? latest : position),
    null,
  );

export const progressWords = (position: Position | undefined): string => {
  if (!position) return '未读';
  return position.progress >= 0.98 ? '已读完' : `读到 ${Math.round(position.progress * 100)}%`;
};
