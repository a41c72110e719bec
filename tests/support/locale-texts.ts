import { readFileSync, readdirSync } from "node:fs";

/** Every text of a JSON tree by its dotted key; lists of texts are numbered. */
export type FlatTexts = ReadonlyMap<string, string>;

const LOCALES = new URL("../../shared/locales/", import.meta.url);

/** Languages that the project speaks: the folders of shared/locales. */
export const languages: readonly string[] = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Namespaces of a language: its JSON files. */
export function namespacesOf(language: string): string[] {
  return readdirSync(new URL(`${language}/`, LOCALES)).map((file) => file.replace(/\.json$/, ""));
}

/** One namespace of one language as the JSON holds it. */
function localeTree(language: string, namespace: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, LOCALES), "utf8"));
}

/** The texts of one namespace. */
export function localeTexts(language: string, namespace: string): FlatTexts {
  return new Map(flatten(localeTree(language, namespace), ""));
}

function flatten(tree: unknown, path: string): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree !== "object" || tree === null) throw new Error(`neither text nor object: ${path}`);
  return Object.entries(tree).flatMap(([key, value]) => flatten(value, path === "" ? key : `${path}.${key}`));
}
