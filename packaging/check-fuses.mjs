// Reads the fuses of every program below a folder of packages and compares them with the configuration's.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const [folder] = process.argv.slice(2);
const { electronFuses } = createRequire(import.meta.url)('./builder.config.cjs');

const OPTIONS = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

const PROGRAM = /^(duidu|Duidu\.exe|Duidu\.app)$/;

const programs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /unpacked$|^mac/.test(entry.name))
  .flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => PROGRAM.test(file))
      .map((file) => join(folder, name, file)),
  );

if (programs.length === 0) throw new Error(`No program below ${folder}.`);
for (const program of programs) {
  const wire = await getCurrentFuseWire(program);
  for (const [name, option] of Object.entries(OPTIONS)) {
    const on = wire[option] === FuseState.ENABLE;
    if (on !== electronFuses[name]) throw new Error(`${program}: ${name} is ${on}.`);
  }
  process.stdout.write(`${program}: ${Object.keys(OPTIONS).length} fuses as configured\n`);
}
