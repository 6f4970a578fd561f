import "newsmark/define";
import { Desk } from "./desk.js";

customElements.define("newsmark-desk", Desk);
