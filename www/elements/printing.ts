/** Whether the page is being printed: on paper everything is drawn, as nobody can scroll there or turn to another list. */
export const printing = typeof matchMedia === "undefined" ? null : matchMedia("print");
