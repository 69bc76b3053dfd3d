/** One run of `duidu panel` in a process of its own, which tells its processor time and its largest memory. */
import { runPanel } from '../../src/cli/panel';

process.exitCode = await runPanel(process.argv.slice(2));
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
