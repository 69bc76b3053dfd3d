import { describe, expect, it } from 'vitest';
import { createNavigation } from '../../../src/renderer/state/library/navigation';

describe('navigation', () => {
  it('opens a report at a passage, and again when the same passage is asked for again', () => {
    const navigation = createNavigation();
    const range = { start: 5, end: 9 };
    navigation.getState().openReport('a', range);
    const first = navigation.getState().destination;
    navigation.getState().openReport('a', range);
    expect(navigation.getState().destination).toMatchObject({ report: 'a', range });
    expect(navigation.getState().destination?.serial).not.toBe(first?.serial);
  });

  it('goes to the last tab left when the shown one is closed, then to the shelf', () => {
    const navigation = createNavigation();
    navigation.getState().openReport('a');
    navigation.getState().openReport('b');
    navigation.getState().closeTab('b');
    expect(navigation.getState().place).toEqual({ view: 'reader', report: 'a' });
    navigation.getState().closeTab('a');
    expect(navigation.getState().place).toEqual({ view: 'shelf' });
  });

  it('returns to the report last read and the pair last compared', () => {
    const navigation = createNavigation();
    navigation.getState().openReport('a');
    navigation.getState().go({ view: 'compare', reports: ['a', 'b'] });
    navigation.getState().open('reader');
    expect(navigation.getState().place).toEqual({ view: 'reader', report: 'a' });
    navigation.getState().open('print');
    expect(navigation.getState().place).toEqual({ view: 'print', reports: ['a', 'b'] });
  });

  it('keeps the sheet that was put together, whatever is read or printed in between', () => {
    const navigation = createNavigation();
    navigation.getState().go({ view: 'compare', reports: ['a', 'b'] });
    navigation.getState().openReport('c');
    navigation.getState().open('print');
    expect(navigation.getState().place).toEqual({ view: 'print', reports: ['a', 'b'] });
    for (const report of ['d', 'e', 'd']) navigation.getState().openReport(report);
    navigation.getState().go({ view: 'print', reports: ['d'] });
    navigation.getState().open('print');
    expect(navigation.getState().place).toEqual({ view: 'print', reports: ['a', 'b'] });
    expect(navigation.getState().pair).toEqual(['a', 'b']);
  });
});
