type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment for a program that is not this package's own: an AppImage puts its own libraries before the
 * system's, and a file manager or browser that loads them may not start.
 */
export const outsideBundle = (env: Environment = process.env): Environment => {
  const { APPDIR: bundle, LD_LIBRARY_PATH: libraries } = env;
  if (!bundle || !libraries) return env;
  const own = (folder: string): boolean => folder === bundle || folder.startsWith(`${bundle}/`);
  const left = libraries.split(':').filter((folder) => folder !== '' && !own(folder));
  const rest = { ...env };
  delete rest['LD_LIBRARY_PATH'];
  return left.length === 0 ? rest : { ...rest, LD_LIBRARY_PATH: left.join(':') };
};
