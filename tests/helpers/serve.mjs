// Runs the built loopback host as a process of its own, so that a test can kill it as a crash would.
import { startLoopback } from '../../out/main/loopback.js';

const [pages] = process.argv.slice(2);
const started = await startLoopback({ pages });
process.stdout.write(`${JSON.stringify(started)}\n`);
if (!started.ok) process.exit(1);
process.once('SIGTERM', () => void started.value.close().then(() => process.exit(0)));
