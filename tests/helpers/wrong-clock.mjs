// Loaded before the host's own code: its clock is wrong by so many milliseconds from the start on (DUIDU_TEST_CLOCK,
// two numbers), the second of them after the process has been told by a signal. Real timers go on as they are.
const [before = 0, after = 0] = (process.env['DUIDU_TEST_CLOCK'] ?? '').split(',').map(Number);
const { now } = Date;
const RealDate = Date;
let shift = before;
process.on('SIGUSR2', () => (shift = after));

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [now() + shift]));
  }
  static now() {
    return now() + shift;
  }
};
