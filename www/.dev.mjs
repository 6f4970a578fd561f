import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const p = await b.newPage();
p.on("console", m => console.log("console", m.type(), m.text())); p.on("pageerror", e => console.log("error", e.message));
p.on("requestfailed", r => console.log("failed", r.url()));
p.on("response", r => { if (r.status() >= 400) console.log(r.status(), r.url()); });
await p.goto(process.argv[2]);
try { await p.locator("newsmark-article mark.figure").first().waitFor({ timeout: 30000 }); console.log("marks, workers", p.workers().length); } catch (e) { console.log("no marks", await p.evaluate(() => document.querySelector("newsmark-article")?.shadowRoot?.textContent)); }
await b.close();
