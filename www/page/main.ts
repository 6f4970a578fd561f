import "newsmark/define";
import { Badge } from "./badge.js";
import { Desk } from "./desk.js";
import { Help } from "./help.js";
import { OwnNames } from "./own-names.js";

customElements.define("newsmark-badge", Badge);
customElements.define("newsmark-help", Help);
customElements.define("newsmark-own-names", OwnNames);
customElements.define("newsmark-desk", Desk);
