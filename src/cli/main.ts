import { readCommand } from './command';

process.exitCode = await readCommand(process.argv.slice(2));
