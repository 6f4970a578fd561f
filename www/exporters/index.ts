/** Other formats, made from a finished result: pure functions. */

export { claimsCsv } from "./claims-csv.js";
