import { open, rm } from 'node:fs/promises';
import type { PanelRow } from '../shared/panel';

interface Piece {
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Yields the rows place by place, the places in the order of their names. Reports come in any order and in any number, so
 * they wait in a file of their own at `path`, which is gone afterwards; memory holds one place at a time.
 */
export async function* byPlace(
  path: string,
  batches: AsyncIterable<readonly PanelRow[]>,
): AsyncGenerator<readonly PanelRow[]> {
  const file = await open(path, 'w+');
  try {
    const places = new Map<string, Piece[]>();
    let offset = 0;
    for await (const rows of batches) {
      const bytes = Buffer.from(JSON.stringify(rows));
      await file.write(bytes, 0, bytes.length, offset);
      const place = rows[0]?.report_place ?? '';
      places.set(place, [...(places.get(place) ?? []), { offset, bytes: bytes.length }]);
      offset += bytes.length;
    }
    for (const place of [...places.keys()].sort((a, b) => a.localeCompare(b, 'zh'))) {
      const rows: PanelRow[] = [];
      for (const piece of places.get(place) ?? []) {
        const { buffer } = await file.read(Buffer.alloc(piece.bytes), 0, piece.bytes, piece.offset);
        // Written by this very run, a moment ago.
        rows.push(...(JSON.parse(buffer.toString('utf8')) as readonly PanelRow[]));
      }
      yield rows;
    }
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
