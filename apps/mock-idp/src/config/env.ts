/** Where the stand-in listens as Google. Read in processes of others, which are to load nothing but this. */
export function asGooglePort(source: NodeJS.ProcessEnv = process.env): number {
  const said = source['AS_GOOGLE_PORT'] ?? '';
  const port = Number(said);
  if (/^\d+$/.test(said) && port > 0 && port < 65_536) return port;
  throw new Error(`AS_GOOGLE_PORT: expected the port of a stand-in started with --as-google, not "${said}".`);
}
