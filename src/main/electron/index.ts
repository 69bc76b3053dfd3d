import { app } from 'electron';
import { makeFailureHandler } from './failures';
import { openLog } from './log';
import { startElectron } from './start';

/** By the time something fails the program knows its own folder; before that it is Electron's. */
const failed = makeFailureHandler((line) => openLog(app.getPath('userData'))(line));

process.on('uncaughtException', failed);
process.on('unhandledRejection', failed);
startElectron().catch(failed);
