import { freePort, removeFolder, temporaryFolder } from '../tests/helpers/places';
import { rail } from '../tests/helpers/page-model';
import { openReader, pageHost } from '../tests/helpers/reader';
import { stock } from './library/stock';
import { longestTask } from './trace';

/**
 * The first screen of 目标—完成 where one place has 20 years on the shelf: its longest task on the processor, for the
 * numbers and for 事项. `npm run bench:ledger` after `npx electron-vite build`.
 */
const YEARS = 20;
/** Milliseconds a task may take. */
const BOUND = 50;

const folder = await temporaryFolder();
await stock(folder, YEARS);
const reader = await openReader(pageHost(), { folder, port: await freePort() });
const { page } = reader;
const pledges = page.getByRole('button', { name: '事项', exact: true });

const numbers = await longestTask(page, async () => {
  await rail(page, '目标').click();
  await page.locator('.commitments tbody tr, .commitment-row').first().waitFor();
});
const words = await longestTask(page, async () => {
  await pledges.click();
  await page.locator('.pledge-item').first().waitFor();
});
await reader.close();
await removeFolder(folder);
console.log(`数字目标 ${numbers.toFixed(0)} ms, 事项 ${words.toFixed(0)} ms (bound ${String(BOUND)})`);
if (Math.max(numbers, words) > BOUND) process.exitCode = 1;
