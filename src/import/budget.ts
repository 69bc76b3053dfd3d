/**
 * What reading a file may hold. A browser tells nobody what a worker uses and ends none that uses much, so that what
 * could grow beyond the 512 MB of S-18 is counted before it is built: bytes that are unpacked (archive.ts), elements,
 * characters, and the buffers that a PDF's streams are unpacked into.
 */

/** Elements of a page or of a document's parts; each takes some hundreds of bytes once it is built. */
const MOST_TAGS = 400_000;
/** The longest text there may be, in the widest encoding. Bytes. */
export const MOST_TEXT_BYTES = 20 * 2 ** 20;
/** One buffer of a PDF; it is copied when it grows, so that twice as much is held. Bytes. */
const MOST_BUFFER = 96 * 2 ** 20;
/** All buffers of a PDF that are as large as a page's text never is. Bytes. */
const MOST_BUFFERS = 256 * 2 ** 20;
const LARGE = 2 ** 20;
const LESS_THAN = 0x3c;

/** Tells whether parts hold more elements than may be built. */
export const hasTooManyTags = (parts: Iterable<Uint8Array>): boolean => {
  let tags = 0;
  for (const part of parts)
    for (let at = part.indexOf(LESS_THAN); at >= 0; at = part.indexOf(LESS_THAN, at + 1))
      if ((tags += 1) > MOST_TAGS) return true;
  return false;
};

/** Does work while byte buffers beyond the bound are refused; answers null where one was, whatever the work made of it. */
export const withBoundBuffers = async <Value>(work: () => Promise<Value>): Promise<Value | null> => {
  const Bytes = globalThis.Uint8Array;
  let held = 0;
  let isOver = false;
  const Bound: Uint8ArrayConstructor = new Proxy(Bytes, {
    construct: (target, args: readonly unknown[], newTarget: new () => unknown) => {
      const [size] = args;
      if (typeof size === 'number' && size >= LARGE) {
        held += size;
        isOver ||= size > MOST_BUFFER || held > MOST_BUFFERS;
        if (isOver) throw new RangeError('more is unpacked than a report can be');
      }
      return Reflect.construct(target, args, newTarget === Bound ? target : newTarget) as Uint8Array;
    },
  });
  // What the host unpacks by itself nobody counts; without it the library unpacks into buffers of its own.
  const unpacks = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream');
  globalThis.Uint8Array = Bound;
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
  try {
    const value = await work();
    return isOver ? null : value;
  } catch (error) {
    if (isOver) return null;
    throw error;
  } finally {
    globalThis.Uint8Array = Bytes;
    if (unpacks) Object.defineProperty(globalThis, 'DecompressionStream', unpacks);
  }
};
