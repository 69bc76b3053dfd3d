import { startElectron } from './start';

void startElectron();
