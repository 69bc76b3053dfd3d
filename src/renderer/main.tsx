import './styles/layers.css';
import { createRoot } from 'react-dom/client';
import { BUNDLED_TEXTS, createKeptShelf, createOwnTexts, createReadingSource, joinTexts } from './library';
import { installTrustedTypes } from './host/trusted-types';
import { StartedContext, type Shell } from './state/app';
import { createLibrary } from './state/library/library';
import { createNavigation } from './state/library/navigation';
import { createPositions } from './state/library/positions';
import { createSettings } from './state/settings';
import { createToast } from './state/toast';
import { AppFrame, HostFault } from './views/app';
import './styles/tokens.css';
import './styles/base.css';

installTrustedTypes();
const root = createRoot(document.getElementById('root') ?? document.body);
/** Resolves when the shelf with its covers has been painted. */
let onPainted = (): void => undefined;
const shelfPainted = new Promise<void>((resolve) => (onPainted = resolve));

/** The reader's own reports lie with the host, which the first paint does not wait for: it draws what stood there last time. */
const own = createOwnTexts(async () => (await app).host.library, createKeptShelf(localStorage));
const library = createLibrary(
  createReadingSource({
    texts: joinTexts(BUNDLED_TEXTS, own),
    idle: () => shelfPainted,
    keeper: {
      get: async (id, sha256) => (await archives).index.get({ id, sha256 }),
      put: async (id, sha256, value) => (await archives).index.put({ id, sha256 }, value),
    },
  }),
);

const whole = shelfPainted
  .then(() => import('./create-app'))
  .then(({ composeWhole }) => composeWhole(shell, own));

/** What is read and written once the database is there; a host that cannot be reached has none. */
const archives = whole.then((made) => (made.ok ? made.value : Promise.reject(new Error('no host'))));
const shell: Shell = {
  library,
  navigation: createNavigation(localStorage),
  positions: createPositions({
    all: async () => (await archives).positions.all(),
    put: async (position) => (await archives).positions.put(position),
  }),
  settings: createSettings(localStorage),
  toast: createToast(),
};

const app = whole.then((made) => {
  if (made.ok) return made.value.app;
  root.render(<HostFault fault={made.fault} />);
  return new Promise<never>(() => undefined);
});

window.addEventListener('pagehide', () => shell.positions.getState().flush());
void shell.positions.getState().load();
root.render(
  <StartedContext value={{ shell, whole: app }}>
    <AppFrame onPainted={onPainted} />
  </StartedContext>,
);

// The faces are large and the shelf can be read without them, so they come after it.
void shelfPainted.then(() => import('./styles/fonts.css'));
