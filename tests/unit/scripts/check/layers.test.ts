import { describe, expect, it } from "vitest";
import { importsOf } from "../../../../scripts/check/layers/imports.mjs";
import { forbiddenImports } from "../../../../scripts/check/layers/judge.mjs";

const breaches = (file: string, source: string) => forbiddenImports(file, importsOf(file, source));

describe("the layers check", () => {
  it("names the file, what it imports, and what is allowed there", () => {
    expect(breaches("shared/health/assess.ts", 'import { readFile } from "node:fs/promises";')).toEqual([
      "shared/health/assess.ts imports node:fs/promises, but shared may import only: shared, shared/locales; of packages valibot, ip-address.",
    ]);
  });

  it.each([
    ["shared/health/assess.ts", 'import { app } from "electron";'],
    ["shared/health/assess.ts", 'import { run } from "../../electron/observe/run.ts";'],
    ["electron/observe/linux.ts", 'import { tray } from "../main/tray/tray.ts";'],
    ["electron/observe/linux.ts", 'import { powerMonitor } from "electron";'],
    ["electron/helper/helper.ts", 'import { name } from "../cli/name.ts";'],
    ["electron/helper/helper.ts", 'import { client } from "../helper-client/client.ts";'],
    ["electron/cli/holdfast.ts", 'import { settings } from "../main/settings/settings.ts";'],
    ["electron/preload/preload.ts", 'import { assess } from "../../shared/health/assess.ts";'],
    ["renderer/app/app.tsx", 'import { plan } from "../../shared/repair/plan.ts";'],
    ["renderer/app/app.tsx", 'import fs from "fs";'],
    ["shared/network/prefix.ts", 'export { join } from "path";'],
    ["shared/network/prefix.ts", 'export * from "../../renderer/app/app.tsx";'],
    ["shared/network/prefix.ts", 'const os = await import("node:os");'],
    ["shared/network/prefix.ts", "const what = await import(`./${name}.ts`);"],
    ["shared/network/prefix.ts", 'type App = import("../../electron/main/app.ts").App;'],
    ["shared/network/prefix.ts", 'import type { Stats } from "node:fs";'],
  ])("does not let %s say %s", (file, source) => {
    expect(breaches(file, source)).toHaveLength(1);
  });

  it.each([
    ["shared/health/assess.ts", 'import * as v from "valibot"; import { longest } from "../network/table.ts";'],
    ["electron/main/main.ts", 'import { app } from "electron"; import { capture } from "../observe/capture.ts";'],
    ["electron/helper/helper.ts", 'import { observe } from "../observe/linux.ts"; import "node:fs";'],
    ["electron/preload/preload.ts", 'import { ipcContract } from "../../shared/contract/ipc.ts";'],
    ["renderer/app/app.tsx", 'import type { Plan } from "../../shared/repair/plan.ts"; import "./app.css";'],
    ["renderer/app/app.tsx", 'import { type Plan } from "../../shared/repair/plan.ts";'],
  ])("lets %s say %s", (file, source) => {
    expect(breaches(file, source)).toEqual([]);
  });

  it("is not misled by an import inside a comment or a text", () => {
    expect(importsOf("shared/a.ts", '// import "node:fs"\nconst a = `import "electron"`;')).toEqual([]);
  });

  it("does not accept files outside of the known rooms", () => {
    expect(breaches("electron/attic/old.ts", "")).toEqual([expect.stringContaining("lies in no known room")]);
  });
});
