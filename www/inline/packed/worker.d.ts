/** The worker as one classic script; written by build/inline.js. */
export declare const WORKER: string;
