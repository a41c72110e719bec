import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { ALLOWED, HELLO, openHelperMachine } from "./helper-machine.ts";
import type { HelperMachine } from "./helper-machine.ts";

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
  await machine.install();
});
afterAll(() => machine.close());

const PROGRAM = LINUX_PLACES.bundle;
/** pkexec serves no process whose parent it cannot see, and what enters the room has its own outside. */
const WAYS = [
  ["/usr/bin/sudo", "-n", "--"],
  ["/usr/bin/timeout", "20", "/usr/bin/pkexec"],
];
const asRoot = (...words: string[]) => machine.runAs(0, words, { stdin: HELLO });

describe("the installed program, for what takes a password", () => {
  it("starts itself with its own runtime and flags, whatever the environment says", async () => {
    const hostile = ["NODE_OPTIONS=--require=/nonexistent", "NODE_PATH=/tmp", `SUDO_UID=${ALLOWED}`];
    const { stdout, code } = await asRoot("/usr/bin/env", ...hostile, PROGRAM, "--once");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, mode: "once", uid: ALLOWED });
  });

  it.each([[["--inspect"]], [["--once", "--inspect"]], [["-e", "1"]], [[]]])(
    "takes no words of Node's behind its name: %j",
    async (words) => {
      expect(await asRoot(PROGRAM, ...words)).toMatchObject({ code: 2, stdout: "" });
    },
  );

  it("is what sudo and pkexec start, and both tell it for whom", async () => {
    for (const command of WAYS) {
      const { stdout, code } = await asRoot(...command, PROGRAM, "--once");
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, mode: "once", uid: 0 });
    }
  });

  it("is not started by either for a user without a password", async () => {
    for (const command of WAYS) {
      const { stdout, code } = await machine.runAs(ALLOWED, [...command, PROGRAM, "--once"], { stdin: HELLO });
      expect(code).toBeGreaterThan(0);
      expect(stdout).toBe("");
    }
  });
});

describe("polkit", () => {
  it("reads the policy as it is meant (R16)", async () => {
    const action = ["/usr/bin/pkaction", "--verbose", "--action-id", "app.holdfast.helper.repair"];
    const lines = (await machine.run(action)).split("\n").map((line) => line.trim().replace(/\s+/g, " "));
    expect(lines).toEqual(
      expect.arrayContaining([
        "implicit any: no",
        "implicit inactive: no",
        "implicit active: auth_admin",
        `annotation: org.freedesktop.policykit.exec.path -> ${PROGRAM}`,
      ]),
    );
  });
});
