import { NewsmarkError, messageOf } from "./error.js";

/** The engine's WebAssembly: where it lies, its bytes, or compiled. */
export type WasmSource = string | URL | BufferSource | Response | WebAssembly.Module;

/** Compiles `source`; rejects with `no-wasm`, `csp-wasm` or `bad-wasm`. */
export async function compile(source: WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") {
    throw new NewsmarkError("no-wasm", "This browser has WebAssembly switched off, which the engine needs.");
  }
  try {
    return await toModule(await source);
  } catch (thrown) {
    if (thrown instanceof NewsmarkError) throw thrown;
    const message = messageOf(thrown);
    if (/content security policy|\bCSP\b|unsafe-eval/i.test(message)) {
      throw new NewsmarkError(
        "csp-wasm",
        "This page's Content Security Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src.",
        thrown,
      );
    }
    throw new NewsmarkError("bad-wasm", `The engine could not be loaded: ${message}`, thrown);
  }
}

async function toModule(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return fromUrl(source);
  if (typeof Response !== "undefined" && source instanceof Response) return fromResponse(source);
  return WebAssembly.compile(source as BufferSource);
}

async function fromUrl(url: string | URL): Promise<WebAssembly.Module> {
  // Node's fetch does not read files. The name is a variable so that bundlers leave it alone.
  if (String(url).startsWith("file:") && typeof process !== "undefined" && process.versions?.node) {
    const files = "node:fs/promises";
    const { readFile } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)) as typeof import("node:fs/promises");
    return WebAssembly.compile(new Uint8Array(await readFile(new URL(url))));
  }
  return fromResponse(await fetch(url));
}

async function fromResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) {
    throw new NewsmarkError("bad-wasm", `The engine could not be loaded: ${response.url} answered ${response.status}.`);
  }
  // Compiling while it arrives needs the right type, which not every server sends.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
