/** Comma-separated values by RFC 4180, safe to open in a spreadsheet. */

/** One line of cells, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const formula = /^[=+\-@\t\r]/.test(value);
  const quoted = formula || /[,"\r\n]/.test(value) || value.trim() !== value;
  return quoted ? `"${formula ? "'" : ""}${value.replaceAll('"', '""')}"` : value;
}
