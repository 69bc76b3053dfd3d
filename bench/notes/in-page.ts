/** Scripts for the page, as text: what is compiled here would bring helpers the page does not have. */

/** How long the start took (ms), and how many notes there are. */
export const START = `({ took: window.notesPage.opening, notes: window.notesPage.notes.getState().notes.length })`;

/** Changes a note (all lists are made anew) and looks through the words of all, as the notebook does; ms. */
export const TYPE_SEARCH = `(async () => {
  const { notes } = window.notesPage;
  const since = performance.now();
  let found = 0;
  for (let round = 0; round < 10; round += 1) {
    const note = notes.getState().notes[round * 100];
    notes.getState().change([note.id], { body: { text: '改过 ' + round } });
    await new Promise(requestAnimationFrame);
    for (const { annotation } of notes.getState().notes)
      if (annotation.body.text.includes('改过') || annotation.targets[0].quote.exact.includes('改过')) found += 1;
    await new Promise(requestAnimationFrame);
  }
  await notes.getState().retry();
  return performance.now() - since;
})()`;

/** Times from a change to 已保存, one after another; ms. */
export const SAVE = `(async () => {
  const { notes } = window.notesPage;
  const { id } = notes.getState().notes[0];
  const times = [];
  for (let i = 0; i < COUNT; i += 1) {
    const since = performance.now();
    notes.getState().change([id], { body: { text: '第 ' + i + ' 次' } });
    await new Promise((resolve) => {
      const stop = notes.subscribe(({ saving }) => {
        if (saving.state !== 'saved') return;
        stop();
        resolve();
      });
    });
    times.push(performance.now() - since);
  }
  return times;
})()`;
