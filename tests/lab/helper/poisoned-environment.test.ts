import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { numbersFrom } from "../../support/numbers-from.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { layPoison } from "./poison.ts";
import type { Poison } from "./poison.ts";

const COMBINATIONS = process.env["HOLDFAST_LONG"] === "1" ? 50 : 10;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_107);
const REQUESTS = '{"v":1,"id":0,"op":"hello"}\n{"v":1,"id":1,"op":"plan"}\n';

/**
 * What the runtime and the loader obey before the first line of the helper. As a child of root these are root's own words
 * to a program of root's, which is no boundary; sudo and the service managers are one, and take them away.
 */
const OBEYED_BEFORE_US = /^(?:NODE_|LD_|OPENSSL_CONF|SSLKEYLOGFILE|ELECTRON_)/;

let helper: BuiltProgram;
let poison: Poison;

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
  poison = layPoison();
  mkdirSync(join(poison.folder, "sudoers.d"), { mode: 0o755 });
  writeFileSync(join(poison.folder, "sudoers.d", "nobody"), "nobody ALL=(root) NOPASSWD: ALL\n", { mode: 0o440 });
});
afterAll(async () => {
  poison.remove();
  await helper.remove();
});
afterEach(() => poison.clear());

const NOBODY = 65_534;
const AS_NOBODY = ["/usr/bin/setpriv", "--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups", "--"];
/** In a mount namespace of its own, where whoever is nobody may use sudo; no file of this machine is changed. */
const IN_ROOM = 'mount --bind "$1" /etc/sudoers.d && shift && exec "$@"';

/** Runs the helper by sudo for somebody without rights, who has set all these variables. */
function bySudo(env: NodeJS.ProcessEnv) {
  const rights = join(poison.folder, "sudoers.d");
  const poisoned = ["/usr/bin/env", "-i", ...Object.entries(env).map(([name, value]) => `${name}=${value}`)];
  const command = [...poisoned, "/usr/bin/sudo", "-n", "--", process.execPath, helper.path, "--once"];
  return run(
    ["/usr/bin/unshare", "--mount", "--", "/bin/sh", "-c", IN_ROOM, "sh", rights, ...AS_NOBODY, ...command],
    {},
  );
}

/** Runs the helper as root does who has set all these variables. */
function byRoot(env: NodeJS.ProcessEnv) {
  return run([process.execPath, helper.path, "--once"], env);
}

/** Runs a program in the folder of traps with this environment. */
function run([program = "", ...words]: readonly string[], env: NodeJS.ProcessEnv) {
  const { stdout, stderr } = spawnSync(program, words, { input: REQUESTS, env, cwd: poison.folder, encoding: "utf8" });
  return { answers: stdout.split("\n").slice(0, -1), errors: stderr };
}

/** Each group of variables by itself, then any number of them at once. */
function combinations(): NodeJS.ProcessEnv[] {
  const next = numbersFrom(SEED);
  const { variables } = poison;
  return Array.from({ length: COMBINATIONS }, (_, place) => {
    const only = COMBINATIONS < variables.length ? undefined : variables[place];
    return only ?? Object.assign({}, ...variables.filter(() => next(2) === 0));
  });
}

function check(start: typeof bySudo, env: NodeJS.ProcessEnv): void {
  const { answers, errors } = start(env);
  const what = JSON.stringify(Object.keys(env));
  expect(
    answers.map((line) => JSON.parse(line).ok),
    `${what}: ${errors}`,
  ).toEqual([true, true]);
  expect(poison.marks(), what).toEqual([]);
  // The loader complains of a library that it was told to load and could not.
  expect(errors, what).not.toContain("ld.so");
}

describe("T-E3 a poisoned environment", () => {
  it("is poison to whoever obeys it", () => {
    const obeying = [
      process.execPath,
      "-e",
      "try { require('valibot') } catch {} require('child_process').spawnSync('ip')",
    ];
    for (const env of poison.variables) run(obeying, { PATH: "/usr/bin:/bin", ...env });
    run(["/bin/sh", "-i", "-c", "exit"], { ENV: `${poison.folder}/profile` });
    const marks = poison.marks().map((name) => name.replace(/\..*/, ""));
    for (const mark of ["program-ip", "hook", "module", "loader", "node_modules", "coverage"])
      expect(marks).toContain(mark);
    expect(run(obeying, { LD_PRELOAD: `${poison.folder}/libm.so.6` }).errors).toContain("ld.so");
  });

  it("does not get through sudo to the helper, whatever of it there is", () => {
    for (const env of combinations()) check(bySudo, env);
  });

  it("gets no further than into a helper that root itself starts: no tool sees any of it", () => {
    for (const env of combinations()) {
      const ours = Object.entries(env).filter(([name]) => !OBEYED_BEFORE_US.test(name));
      check(byRoot, Object.fromEntries(ours));
    }
  });

  it("does not get further either where the loader obeyed it: only the helper's own process leaves a mark", () => {
    const { answers } = byRoot({ LD_DEBUG: "files", LD_DEBUG_OUTPUT: `${poison.folder}/marks/loader` });
    expect(answers).toHaveLength(2);
    expect(poison.marks()).toHaveLength(1);
  });
});

describe("T-I1 a helper that is started in a hostile folder", () => {
  it.each([
    ["by sudo", bySudo],
    ["by root", byRoot],
  ])("%s loads nothing from it, nor from a home that anybody may write to", (_how, start) => {
    check(start, { HOME: poison.folder, PWD: poison.folder, INIT_CWD: poison.folder });
  });
});
