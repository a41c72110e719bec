// @ts-check
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { filesUnder } from "../build/sources.mjs";
import { inProject, projectFolder } from "../paths.mjs";
import { callsIn, textBreaches } from "./texts/judge.mjs";
import { localeTexts } from "./texts/locale-texts.mjs";
import { readModule } from "./texts/module-texts.mjs";

// Checks that every text that the source calls for exists, and that every text is called for; that each language has the
// same ones is a unit test. Prints one line for each breach; exit code 1 if any.

const locales = filesUnder(projectFolder, ["shared/locales"]).filter((file) => file.endsWith(".json"));
const namespaces = [...new Set(locales.map((file) => basename(file, ".json")))];
const texts = locales.flatMap((file) =>
  localeTexts(basename(file, ".json"), JSON.parse(readFileSync(inProject(file), "utf8"))),
);

const files = filesUnder(projectFolder, ["shared", "electron", "renderer"]).filter((file) => /\.tsx?$/.test(file));
const modules = new Map(
  files.map((file) => [file, readModule(file, readFileSync(inProject(file), "utf8"), namespaces)]),
);

const places = callsIn(texts, modules).length;
const breaches = textBreaches(texts, modules);
// A checker that sees nothing finds nothing: that is no success.
if (texts.length === 0 || places === 0) breaches.push("No texts were seen: the check itself is broken.");

for (const breach of breaches) console.error(breach);
if (breaches.length === 0) console.log(`${texts.length} texts in all languages, called for in ${places} places`);
process.exitCode = breaches.length === 0 ? 0 : 1;
