// Installs a package as a person does, starts it twice and reads its log: the window shows, the second start is handed
// to the first with its file, and the sandbox is on. Run by the workflow on a machine of each system.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const dist = resolve(process.argv[2] ?? 'dist');
const arch = process.arch;
const work = mkdtempSync(join(tmpdir(), '对读 安装-'));

const find = (pattern) => {
  const name = readdirSync(dist).find((file) => pattern.test(file) && file.includes(arch));
  if (!name) throw new Error(`No ${pattern} for ${arch} in ${dist}.`);
  return join(dist, name);
};

const run = (program, ...args) => execFileSync(program, args, { stdio: 'inherit' });

const INSTALL = {
  linux: () => {
    run('sudo', 'apt-get', 'install', '-y', find(/\.deb$/));
    const mode = execFileSync('stat', ['-c', '%a', '/opt/Duidu/chrome-sandbox'], { encoding: 'utf8' }).trim();
    if (mode !== '4755') throw new Error(`chrome-sandbox has mode ${mode}.`);
    return '/opt/Duidu/duidu';
  },
  win32: () => {
    run('powershell', '-Command', `Expand-Archive -Path '${find(/\.zip$/)}' -DestinationPath '${work}'`);
    return join(work, 'Duidu.exe');
  },
  darwin: () => {
    run('hdiutil', 'attach', find(/\.dmg$/), '-mountpoint', join(work, 'dmg'));
    run('cp', '-R', join(work, 'dmg', 'Duidu.app'), work);
    return join(work, 'Duidu.app', 'Contents', 'MacOS', 'Duidu');
  },
};

const data = join(work, 'data');
const logFile = join(data, 'electron', 'log.txt');
const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');

const start = (program, ...args) =>
  spawn(program, args, {
    env: { ...process.env, DUIDU_DATA: data },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

const until = async (what, holds) => {
  for (let tries = 0; tries < 120; tries += 1) {
    if (holds()) return;
    await pause(500);
  }
  throw new Error(`${what} did not come.\n${log()}`);
};

const ended = (child) =>
  child.exitCode !== null ? child.exitCode : new Promise((done) => child.once('exit', done));

const program = INSTALL[process.platform]();
mkdirSync(data, { recursive: true });
const first = start(program);
await until('the window', () => log().includes('the window shows'));
if (process.platform === 'linux') {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  if (lines.some((line) => line.startsWith(program) && line.includes('--no-sandbox')))
    throw new Error('A process runs without the sandbox.');
}
const file = join(work, '内江.txt');
writeFileSync(file, '政府工作报告');
const code = await ended(start(program, file));
if (code !== 0) throw new Error(`The second start ended with ${code}.`);
await until('the file', () => log().includes('handed over: 1 file(s)'));
first.kill();
await ended(first);
process.stdout.write(`${program}: starts, shows, takes a file\n${log()}`);
