/** The exporters' WebAssembly, gzip in base64; written by build/inline.js. */
export declare const EXPORTERS: string;
