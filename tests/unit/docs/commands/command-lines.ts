import { isStudy, markdownFiles } from "../markdown-files.ts";

/** A line that somebody is told to type. */
export interface CommandLine {
  /** The document, relative to the project. */
  readonly path: string;
  /** Without the remark behind it. */
  readonly line: string;
}

const documents = markdownFiles().filter((file) => !isStudy(file));
const withoutRemark = (line: string) => line.replace(/(?:^|\s+)#\s.*$/, "").trim();
const withoutBlocks = (text: string) => text.replaceAll(/^```[\s\S]*?^```\s*$/gm, "");

/** Every line in the blocks of shell commands of the documents, once for each document. */
export function typedLines(): CommandLine[] {
  return documents.flatMap(({ path, text }) => {
    const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```\s*$/gm)].map(([, block = ""]) => block);
    const lines = blocks.flatMap((block) => block.split("\n")).map(withoutRemark);
    return [...new Set(lines)].filter((line) => line !== "").map((line) => ({ path, line }));
  });
}

/** Every command of Holdfast's or npm's in the running text of the documents, but those in the notation of manuals. */
export function mentionedLines(): CommandLine[] {
  return documents.flatMap(({ path, text }) => {
    const spans = [...withoutBlocks(text).matchAll(/`((?:sudo )?(?:npx )?holdfast [^`\n]+|npm [^`\n]+)`/g)];
    const lines = spans.map(([, line = ""]) => line).filter((line) => !/[[\]<>…*]/.test(line));
    return [...new Set(lines)].map((line) => ({ path, line }));
  });
}
