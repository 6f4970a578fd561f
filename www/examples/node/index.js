// Reads an article from a file or standard input; prints its claims as CSV.
import { readFileSync } from "node:fs";
import { createAnnotator } from "newsmark";
import { exportArticle } from "newsmark/exporters";

const text = readFileSync(process.argv[2] ?? 0, "utf8");
const annotator = createAnnotator();
const article = await annotator.annotate(text, { text: true });
const { content, lost } = await exportArticle(article, "claims-csv");
annotator.dispose();
process.stdout.write(content);
if (lost.length > 0) console.error(`A table of claims does not hold ${lost.join(", ")}.`);
