import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../src/shared/host';

const sent: (readonly unknown[])[] = [];
const heard = new Map<string, (event: object, ...args: unknown[]) => void>();
const exposed = new Map<string, Bridge>();

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, bridge: Bridge) => void exposed.set(name, bridge) },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      sent.push(args);
      return Promise.resolve({ ok: true, value: null });
    },
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) =>
      void heard.set(channel, listener),
  },
}));

beforeEach(async () => {
  sent.length = 0;
  await import('../../../src/preload');
});

describe('the preload', () => {
  it('sends each call on its own channel with one argument', async () => {
    const bridge = exposed.get('duidu');
    if (!bridge) throw new Error('nothing exposed');
    const file = { name: 'x', mime: 'text/plain', bytes: new Uint8Array(1) };
    const paper = { size: 'A3', orientation: 'landscape', grey: true } as const;
    await bridge.info();
    await bridge.journal.head();
    await bridge.journal.read(3);
    await bridge.journal.append([]);
    await bridge.saveFile(file);
    await bridge.openFiles(['.txt']);
    await bridge.takeHandedFiles();
    await bridge.readHandedFile('/x/y.docx');
    await bridge.print(paper);
    await bridge.printToPdf(paper);
    await bridge.leave(true);
    await bridge.space();
    await bridge.snapshots.list();
    await bridge.snapshots.make('manual');
    await bridge.snapshots.read('000001-20261120-101500');
    await bridge.revealFolder('data');
    expect([...exposed.keys()]).toEqual(['duidu']);
    expect(sent).toEqual([
      ['info', null],
      ['journal/head', null],
      ['journal/read', { afterSeq: 3 }],
      ['journal/append', { drafts: [] }],
      ['file/save', file],
      ['file/open', { accept: ['.txt'] }],
      ['file/handed', null],
      ['file/read', { path: '/x/y.docx' }],
      ['page/print', paper],
      ['page/pdf', paper],
      ['page/leave', { saved: true }],
      ['space', null],
      ['snapshot/list', null],
      ['snapshot/make', { reason: 'manual' }],
      ['snapshot/read', { name: '000001-20261120-101500' }],
      ['folder/reveal', { folder: 'data' }],
    ]);
  });

  it('passes a command on without its event', () => {
    const listener = vi.fn();
    exposed.get('duidu')?.onCommand(listener);
    heard.get('command')?.({ sender: 'secret' }, 'print');
    expect(listener.mock.calls).toEqual([['print']]);
  });

  it('tells of files without their event, and answers for a page that has asked for no last words', () => {
    const files = vi.fn();
    exposed.get('duidu')?.onFilesHanded(files);
    heard.get('files')?.({ sender: 'secret' }, 'more');
    expect(files.mock.calls).toEqual([[]]);
    heard.get('leaving')?.({});
    expect(sent).toEqual([['page/leave', { saved: true }]]);
    const leaving = vi.fn();
    exposed.get('duidu')?.onLeaving(leaving);
    heard.get('leaving')?.({}, 'more');
    expect(leaving.mock.calls).toEqual([[]]);
    expect(sent).toHaveLength(1);
  });
});
