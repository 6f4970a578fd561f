/** A policy for Trusted Types, under which addresses of workers and markup must be vouched for. */
interface Policy {
  createScriptURL(url: string): URL;
  createHTML(html: string): string;
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }).trustedTypes;
const policy = factory?.createPolicy("newsmark", { createScriptURL: (url: string) => url, createHTML: (html: string) => html });

/** Vouches for an address that the build wrote or the page made itself. */
export function trusted(url: string): string | URL {
  return policy?.createScriptURL(url) ?? url;
}

/** Markup as a document of its own, which runs nothing and loads nothing; only its text is ever taken out. */
export function inert(markup: string, type: "text/html" | "application/xml"): Document {
  return new DOMParser().parseFromString(policy?.createHTML(markup) ?? markup, type);
}
