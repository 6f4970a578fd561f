/** The single file without a network: it asks for nothing as it is, and no service worker runs from disk. */
export function keepPage(_: () => void): Promise<boolean> {
  return Promise.resolve(false);
}
