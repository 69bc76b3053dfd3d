import fc from 'fast-check';

/** Ways in which a file of lines is found changed. */
export const DAMAGES = [
  'flip',
  'cut',
  'drop line',
  'repeat line',
  'reorder',
  'NUL tail',
  'foreign',
  'empty',
] as const;

export type Damage = (typeof DAMAGES)[number];

const linesOf = (bytes: Buffer): readonly string[] => bytes.toString('utf8').split('\n').slice(0, -1);

const toFile = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));

/** A file with one damage, the same for the same seed. */
export const damaged = (bytes: Buffer, damage: Damage, seed: number): Buffer => {
  const [share = 0] = fc.sample(fc.noBias(fc.nat(999_999)), { seed, numRuns: 1 });
  const at = (length: number): number => Math.floor((share / 1_000_000) * length);
  const lines = linesOf(bytes);
  const line = at(lines.length);
  switch (damage) {
    case 'flip': {
      const changed = Buffer.from(bytes);
      const place = at(bytes.length);
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      return changed;
    }
    case 'cut':
      return bytes.subarray(0, at(bytes.length));
    case 'drop line':
      return toFile(lines.filter((_, place) => place !== line));
    case 'repeat line':
      return toFile([...lines, ...lines.slice(line)]);
    case 'reorder':
      return toFile([...lines.slice(line), ...lines.slice(0, line)]);
    case 'NUL tail': {
      const place = at(bytes.length);
      return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(bytes.length - place)]);
    }
    case 'foreign':
      return Buffer.from('这不是日志\n'.repeat(20));
    case 'empty':
      return Buffer.alloc(0);
  }
};
