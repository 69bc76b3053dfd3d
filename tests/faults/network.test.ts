import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FULL, skipped, tell } from '../helpers/faults';
import { networkLack, runWithoutNetwork } from '../helpers/network';
import { removeFolder, temporaryFolder } from '../helpers/places';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => removeFolder(folder));

const lack = networkLack();
if (lack !== null) skipped('R19', lack);

/** 127.0.0.1, nobody yet, and the same two in the longer form, as /proc/net/tcp and tcp6 write them. */
const OWN = /^(0100007F|0{8}|0{32}|0{24}01000000|0{16}FFFF00000100007F)$/;

describe.skipIf(lack !== null)('a network that leads nowhere (R19)', () => {
  const [tours, seconds] = FULL ? [10, 120] : [1, 12];

  it('every view works, and nothing is sent to another machine', { timeout: 300_000 }, async () => {
    const { views, counted, control, peers, errors } = await runWithoutNetwork(folder, tours, seconds);
    expect(errors).toEqual([]);
    expect(peers.length).toBeGreaterThan(0);
    expect(peers.filter((peer) => !OWN.test(peer))).toEqual([]);
    tell('R19', 'views without a network', views, counted, 'lost are packets to other machines');
    // What one deliberate attempt looks like, so that nought is known to mean none.
    expect(control).toBeGreaterThan(counted);
  });
});
