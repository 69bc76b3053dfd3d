import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../places';
import { LINE } from './line';

const conf = `/proc/sys/net/ipv6/conf/${LINE}`;

/** A line whose other end is open: both protocols have a way out by it, and whoever takes it is heard by nobody. */
const SETUP = [
  'ip link set lo up',
  `ip link add ${LINE} type veth peer name nowhere`,
  'echo 1 > /proc/sys/net/ipv6/conf/nowhere/disable_ipv6',
  `echo 1 > ${conf}/addr_gen_mode`,
  `ip link set ${LINE} arp off up`,
  'ip link set nowhere arp off up',
  `ip address add 198.51.100.2/24 dev ${LINE}`,
  `ip address add 2001:db8::2/64 dev ${LINE} nodad`,
  `ip route add default dev ${LINE}`,
  `ip -6 route add default dev ${LINE}`,
].join(' && ');

/** What the kernel counted while the reader was used without a network. */
export interface Counted {
  /** Views that were come to. */
  readonly views: number;
  /** Packets to other machines. */
  readonly counted: number;
  /** The same after one deliberate attempt to leave the machine. */
  readonly control: number;
  /** The other ends of all TCP sockets, as the kernel writes them. */
  readonly peers: readonly string[];
  readonly errors: readonly string[];
}

/** Why no network can be cut off here, or null where one can. */
export const networkLack = (): string | null => {
  if (process.platform !== 'linux') return 'networks of their own are a thing of Linux';
  const { status } = spawnSync('unshare', ['-n', 'sh', '-c', SETUP], { stdio: 'ignore' });
  return status === 0 ? null : 'unshare -n and ip need root and the veth module';
};

/** Uses the reader in a network whose only line leads nowhere. */
export const runWithoutNetwork = (folder: string, tours: number, seconds: number): Promise<Counted> =>
  new Promise((resolve, reject) => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const script = join(ROOT, 'tests', 'helpers', 'network', 'run.ts');
    const words = [process.execPath, '--import', tsx, script, folder, String(tours), String(seconds)];
    const child = spawn('unshare', ['-n', 'sh', '-c', `${SETUP} && exec "$@"`, 'sh', ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(said.trim().split('\n').at(-1) ?? '') as Counted)
        : reject(new Error(`The reader without a network ended with ${code}.`)),
    );
  });
