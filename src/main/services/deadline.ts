/** The answer of the work, or the late answer once the time is over; the work itself goes on. Milliseconds. */
export const deadline = async <T>(work: Promise<T>, time: number, late: () => T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), time);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
};
