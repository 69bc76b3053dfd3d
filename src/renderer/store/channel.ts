import type { Channel } from './notes-repository';

const NAME = 'duidu-notes';

/** The windows of one browser profile hear each other; what changed they read from the journal. */
export function notesChannel(): Channel {
  const channel = new BroadcastChannel(NAME);
  return {
    announce: () => channel.postMessage('grown'),
    onAnnounced: (listener) => channel.addEventListener('message', listener),
    close: () => channel.close(),
  };
}
