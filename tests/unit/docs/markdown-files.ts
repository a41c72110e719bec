import { readdirSync, readFileSync } from "node:fs";
import { inProject } from "../../../scripts/paths.mjs";

/** A document of the project. */
export interface MarkdownFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** What nobody wrote, or what git ignores. */
const PASSED_OVER: ReadonlySet<string> = new Set(["node_modules", "out", "dist", "bench", "test-results"]);

/** Every document of the project, by its path. */
export function markdownFiles(folder = "."): MarkdownFile[] {
  return readdirSync(inProject(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith(".") && !PASSED_OVER.has(entry.name))
        return markdownFiles(path);
      return entry.name.endsWith(".md") ? [{ path, text: readFileSync(inProject(path), "utf8") }] : [];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The pages of the project's facts and design: studies from before there was a product, kept as they were written. */
export const isStudy = ({ path }: MarkdownFile): boolean => /^docs\/(facts|design)\//.test(path);
