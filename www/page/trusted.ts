/** A policy for Trusted Types, under which a worker's address must be vouched for. */
interface Policy {
  createScriptURL(url: string): URL;
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes;
const policy = factory?.createPolicy("newsmark", { createScriptURL: (url: string) => url });

/** Vouches for an address that the build wrote or the page made itself. */
export function trusted(url: string): string | URL {
  return policy?.createScriptURL(url) ?? url;
}
