/** The engine's WebAssembly, gzip in base64; written by build/inline.js. */
export declare const WASM: string;
