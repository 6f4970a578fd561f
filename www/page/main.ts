import "newsmark/define";
import { Desk } from "./desk.js";
import { OwnNames } from "./own-names.js";

customElements.define("newsmark-own-names", OwnNames);
customElements.define("newsmark-desk", Desk);
