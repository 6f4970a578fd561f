/** Everything in one classic script: `<script src="newsmark.js">` registers the elements and gives `newsmark`. */

import "../elements/define.js";
import { useParts } from "../elements/shared.js";
import { createAnnotator, exportArticle } from "./index.js";

useParts({ createAnnotator, exportArticle });

export { NewsmarkError } from "../engine/error.js";
export { createAnnotator, exportArticle };
