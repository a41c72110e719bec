import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdfastProgram } from "../../../scripts/docs/documents.mjs";
import { inProject } from "../../../scripts/paths.mjs";
import { installedProgram } from "./installed-program.ts";

const [bash, zsh, fish] = [installedProgram("bash"), installedProgram("zsh"), installedProgram("fish")];
const file = (name: string) => inProject("build", "linux", "completions", name);

/** Typed on the left, with Tab wherever `␉` stands; the words that the program is then called with on the right. */
const TYPED: readonly (readonly [string, readonly string[]])[] = [
  ["holdfast cle␉ --dr␉", ["clean", "--dry-run"]],
  ["holdfast clean --only gateway-pin-s␉ resolver-s␉", ["clean", "--only", "gateway-pin-stale", "resolver-stale"]],
  ["holdfast helper inst␉ --user roo␉", ["helper", "install", "--user", "root"]],
  ["holdfast routes 1.1.1.1 --lang z␉", ["routes", "1.1.1.1", "--lang", "zh-CN"]],
  ["holdfast explain --term gateway-␉", ["explain", "--term", "gateway-pin"]],
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-completions-"));
  mkdirSync(join(folder, "a capture"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[], input = "") {
  const hidden = join(folder, ".shell");
  const env = { PATH: process.env["PATH"], HOME: folder, TERM: "dumb", XDG_DATA_HOME: hidden, XDG_CONFIG_HOME: hidden };
  return spawnSync(program, args, { cwd: folder, env, input, encoding: "utf8", timeout: 20_000 });
}

/** A path as one word of a shell, whatever its name has. */
const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`)}'`;
const calledWith = (output: string) =>
  [...output.matchAll(/<<(.*?)>>/g)].map(([, words = ""]) => words.split("|").map((word) => word.replace(/\/$/, "")));
const typed = (lines: readonly string[]) => lines.map((line) => line.replaceAll("␉", "\t"));
const LINES = TYPED.map(([line]) => line);
const WORDS = TYPED.map(([, words]) => words);

describe.skipIf(bash === null || process.platform !== "linux")("in bash (needs bash on Linux)", () => {
  // An interactive bash edits its line, and completes, also when it is typed to through a pipe.
  function typeInto(lines: readonly string[]) {
    const rc = join(folder, "rc");
    writeFileSync(rc, `source ${quoted(file("holdfast.bash"))}\nholdfast() { local IFS="|"; echo "<<$*>>"; }\n`);
    return run(bash ?? "", ["--rcfile", rc, "-i"], `${typed(lines).join("\n")}\n`).stdout;
  }

  it("is read without an error", () => {
    expect(run(bash ?? "", ["-n", file("holdfast.bash")])).toMatchObject({ status: 0, stderr: "" });
  });

  it("Tab completes commands, options, and what stands for their values", () => {
    expect(calledWith(typeInto(LINES))).toEqual(WORDS);
  });

  it("Tab completes a folder whose name has a blank", () => {
    expect(calledWith(typeInto(["holdfast diagnose a\t", "holdfast check 192.0.2.1 --from a\t"]))).toEqual([
      ["diagnose", "a capture"],
      ["check", "192.0.2.1", "--from", "a capture"],
    ]);
  });

  it("every command can be reached by its first letters and Tab", () => {
    const commands = holdfastProgram().commands.map(({ words }) => words.join(" "));
    const lines = commands.map((command) => `holdfast ${command.slice(0, -1)}\t`);
    expect(calledWith(typeInto(lines)).map((words) => words.join(" "))).toEqual(commands);
  });
});

describe.skipIf(zsh === null)("in zsh (needs zsh)", () => {
  it("Tab completes commands, options, folders, and what stands for values", () => {
    const own = `fpath=(${quoted(dirname(file("_holdfast")))} $fpath); autoload -Uz compinit; compinit -D -u; PS1=`;
    // What is typed comes back as an echo, so the marks of the answer are put together only when it is printed.
    const answer = `holdfast() { print -r -- "<""<\${(j:|:)@}>"">" }`;
    const lines = typed([...LINES, "holdfast diagnose a␉"]);
    const script = `
      zmodload zsh/zpty
      zpty shell ${zsh} -f -i
      zpty -w shell '${own}; ${answer}'
      while IFS= read -r line; do
        zpty -w shell "$line"
        zpty -r -m shell out '*<<*>>*'
        print -r -- "$out"
      done
      zpty -d shell`;
    const { stdout } = run(zsh ?? "", ["-f", "-c", script], `${lines.join("\n")}\n`);
    expect(calledWith(stdout)).toEqual([...WORDS, ["diagnose", "a capture"]]);
  });
});

describe.skipIf(fish === null)("in fish (needs fish)", () => {
  const offered = (line: string) => {
    const { stdout, stderr } = run(fish ?? "", [
      "-c",
      `source ${quoted(file("holdfast.fish"))}; complete -C ${JSON.stringify(line)}`,
    ]);
    expect(stderr).toBe("");
    return stdout.split("\n").flatMap((row) => (row === "" ? [] : [(row.split("\t")[0] ?? "").replace(/\/$/, "")]));
  };

  it.each([
    ["holdfast cle", "clean"],
    ["holdfast clean --dr", "--dry-run"],
    ["holdfast clean --only gateway-pin-s", "gateway-pin-stale"],
    ["holdfast helper install --user roo", "root"],
    ["holdfast routes 1.1.1.1 --lang z", "zh-CN"],
    ["holdfast explain --term gateway-", "gateway-pin"],
  ])("%s", (line, word) => expect(offered(line)).toContain(word));

  it("offers folders for a folder, and no files where none are taken", () => {
    writeFileSync(join(folder, "file"), "");
    expect(offered("holdfast diagnose ")).toEqual(["a capture"]);
    expect(offered("holdfast helper ")).toEqual(["install", "status", "uninstall"]);
  });
});
