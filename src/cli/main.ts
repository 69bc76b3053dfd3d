import { readCommand } from './command';

// A reader that stopped (`| head`) is no error; what is left to write is written to nobody.
process.stdout.on('error', () => undefined);

process.exitCode = await readCommand(process.argv.slice(2));
