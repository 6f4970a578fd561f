import "newsmark/define";
import { controls } from "newsmark/elements";
import { Badge } from "./badge.js";
import { ComparisonView } from "./comparison.js";
import { Desk } from "./desk.js";
import { Editor } from "./editor.js";
import { Help } from "./help.js";
import { Keep } from "./keep.js";
import { OwnNames } from "./own-names.js";
import { SaveAs } from "./save-as.js";

if (controls.styleSheet) document.adoptedStyleSheets.push(controls.styleSheet);

customElements.define("newsmark-badge", Badge);
customElements.define("newsmark-comparison", ComparisonView);
customElements.define("newsmark-editor", Editor);
customElements.define("newsmark-keep", Keep);
customElements.define("newsmark-help", Help);
customElements.define("newsmark-save-as", SaveAs);
customElements.define("newsmark-own-names", OwnNames);
customElements.define("newsmark-desk", Desk);
