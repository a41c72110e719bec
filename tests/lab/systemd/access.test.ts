import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unitFiles, userFiles } from "../../../shared/helper-setup/linux-files.ts";
import { LINUX_PLACES } from "../../../shared/helper-setup/places.ts";
import { ALLOWED, HELLO, openHelperMachine, STRANGER } from "./helper-machine.ts";
import type { HelperMachine, Talk } from "./helper-machine.ts";

const TRIES = 100;
/** More than that at once would be refused for their number. */
const AT_ONCE = 4;

let machine: HelperMachine;
beforeAll(async () => {
  machine = await openHelperMachine();
  await machine.install();
});
afterAll(() => machine.close());

const stat = async (...paths: readonly string[]) =>
  (await machine.run(["/usr/bin/stat", "--format=%n %U %G %a %F", ...paths])).trimEnd().split("\n");

/** Talks `TRIES` times, a few at once. */
async function talkOften(uid: number, text: string): Promise<Talk[]> {
  const talks: Talk[] = [];
  while (talks.length < TRIES) talks.push(...(await machine.talk(uid, { connections: AT_ONCE, text })));
  return talks;
}

describe("T-A1: what is installed", () => {
  it("belongs to root, and nobody else can change any of it", async () => {
    const { folder, node, bundle, lock, manifest, policy, systemUser, socketFolder } = LINUX_PLACES;
    const units = [...unitFiles(), ...userFiles(ALLOWED)].map(({ path }) => path);
    expect(units).toHaveLength(8);
    expect(await stat(folder, node, bundle, lock, manifest, systemUser, policy, socketFolder, ...units)).toEqual([
      `${folder} root root 755 directory`,
      `${node} root root 755 regular file`,
      `${bundle} root root 755 regular file`,
      `${lock} root holdfast-helper 640 regular empty file`,
      `${manifest} root root 644 regular file`,
      `${systemUser} root root 644 regular file`,
      `${policy} root root 644 regular file`,
      `${socketFolder} root root 755 directory`,
      ...units.map((path) => `${path} root root 644 regular file`),
    ]);
  });

  it("has sockets for one user alone", async () => {
    const sockets = [LINUX_PLACES.routesSocket, LINUX_PLACES.keepAliveSocket];
    const format = "--format=%u %g %a %F";
    expect(await machine.run(["/usr/bin/stat", format, ...sockets])).toBe(`${ALLOWED} 0 600 socket\n`.repeat(2));
  });

  it("runs as a user who can change routes and nothing else, with a journal of its own", async () => {
    await machine.talk(ALLOWED, { text: HELLO, lines: 0 });
    expect(await stat(LINUX_PLACES.journal)).toEqual([
      `${LINUX_PLACES.journal} holdfast-helper holdfast-helper 700 directory`,
    ]);
    expect(await machine.run(["/usr/bin/id", "holdfast-helper"])).toMatch(
      /^uid=\d+\(holdfast-helper\) gid=\d+\(holdfast-helper\) groups=\d+\(holdfast-helper\)\n$/,
    );
    expect((await machine.run(["/usr/bin/getent", "passwd", "holdfast-helper"])).trim()).toMatch(
      /:\/:\/usr\/sbin\/nologin$/,
    );
  });
});

describe("T-A2: another user", () => {
  it(`is refused by the kernel ${TRIES} times of ${TRIES}`, async () => {
    const talks = await talkOften(STRANGER, HELLO);
    expect([talks.length, ...new Set(talks.map(({ error, text }) => `${error} ${text}`))]).toEqual([TRIES, "EACCES "]);
    expect(await machine.helpers()).toEqual([]);
  });

  it(`is refused by the helper ${TRIES} times of ${TRIES} when the socket is forced open, before a byte is read`, async () => {
    await machine.run(["/usr/bin/chmod", "666", LINUX_PLACES.routesSocket, LINUX_PLACES.keepAliveSocket]);
    try {
      // Said by a helper that had nothing to read as well as by one that had.
      for (const text of ["", "not even JSON\n"]) {
        const talks = await talkOften(STRANGER, text);
        const answers = new Set(talks.map((talk) => talk.text));
        expect([talks.length, ...answers]).toEqual([TRIES, '{"v":1,"id":-1,"ok":false,"err":"denied"}\n']);
      }
      const socket = LINUX_PLACES.keepAliveSocket;
      const [kept] = await machine.talk(STRANGER, { socket, text: HELLO });
      expect(JSON.parse(kept?.text ?? "")).toMatchObject({ err: "denied" });
      const [root] = await machine.talk(0, { text: HELLO });
      expect(JSON.parse(root?.text ?? "")).toMatchObject({ err: "denied" });
    } finally {
      await machine.run(["/usr/bin/chmod", "600", LINUX_PLACES.routesSocket, LINUX_PLACES.keepAliveSocket]);
    }
  });

  it("is told so by the command line program", async () => {
    const { code, stdout } = await machine.holdfast(STRANGER, "helper", "status");
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining("for another user") });
  });
});

describe("the command line program", () => {
  it.each([
    ["the folder of the sockets", "/run/holdfast", "/run/holdfast"],
    ["a folder above it", "/run", "/run"],
    ["the program", LINUX_PLACES.bundle, LINUX_PLACES.bundle],
    ["its runtime", LINUX_PLACES.node, LINUX_PLACES.node],
  ])("does not speak with a helper when others could change %s", async (_what, path, named) => {
    const mode = (await machine.run(["/usr/bin/stat", "--format=%a", path])).trim();
    await machine.run(["/usr/bin/chmod", "o+w", path]);
    try {
      const status = await machine.holdfast(ALLOWED, "helper", "status");
      expect(status).toMatchObject({ code: 1, stdout: expect.stringContaining(`${named} can be changed by others`) });
      const undo = await machine.holdfast(ALLOWED, "undo");
      expect(undo).toMatchObject({ code: 3, stderr: expect.stringContaining(`${named} can be changed by others`) });
    } finally {
      await machine.run(["/usr/bin/chmod", mode, path]);
    }
  });

  it("is told by the helper when others could change a program that it looks at the system with (R8)", async () => {
    await machine.run(["/usr/bin/chmod", "o+w", "/usr/bin/setpriv"]);
    try {
      const undo = await machine.holdfast(ALLOWED, "undo");
      expect(undo).toMatchObject({ code: 1, stderr: expect.stringContaining("others than root can change it") });
    } finally {
      await machine.run(["/usr/bin/chmod", "o-w", "/usr/bin/setpriv"]);
    }
  });

  it("does not speak with somebody else's socket in the place of the helper's", async () => {
    await machine.run(["/usr/bin/mv", "/run/holdfast", "/run/away"]);
    await machine.run(["/usr/bin/install", "-d", "-o", String(STRANGER), "/run/holdfast"]);
    await machine.run(["/usr/bin/cp", "-a", "/run/away/helper.sock", "/run/holdfast/"]);
    try {
      expect((await machine.holdfast(ALLOWED, "helper", "status")).stdout).toContain("/run/holdfast can be changed");
    } finally {
      await machine.run(["/usr/bin/rm", "-r", "/run/holdfast"]);
      await machine.run(["/usr/bin/mv", "/run/away", "/run/holdfast"]);
    }
  });
});

describe("the two sockets", () => {
  const ask = async (socket: string, ...operations: string[]) => {
    const text = operations.map((op, id) => `{"v":1,"id":${id},"op":"${op}"}\n`).join("");
    const [talk] = await machine.talk(ALLOWED, { socket, text, lines: 0 });
    const answers = (talk?.text ?? "").trimEnd().split("\n");
    return answers.map((line) => JSON.parse(line)).map(({ ok, err }) => (ok ? "ok" : err));
  };

  it("the one for routes answers six questions and keeps nothing alive", async () => {
    expect(await ask(LINUX_PLACES.routesSocket, "hello", "status", "plan", "keep-alive")).toEqual([
      "ok",
      "ok",
      "ok",
      "denied",
    ]);
  });

  it("the other one keeps sessions alive and answers nothing else", async () => {
    const answers = await ask(LINUX_PLACES.keepAliveSocket, "hello", "status", "plan", "keep-alive");
    expect(answers.slice(0, 3)).toEqual(["ok", "denied", "denied"]);
  });
});

describe("T-E1: a helper that was taken over", () => {
  it.each(["helper", "keep-alive"])("behind the %s socket can start no other program", async (name) => {
    // The unit with all its walls, and a shell in the helper's place.
    const folder = `/run/systemd/system/holdfast-${name}@.service.d`;
    await machine.run(["/usr/bin/mkdir", "-p", folder]);
    const shell = "[Service]\nExecStart=\nExecStart=/bin/sh -c 'echo taken over'\n";
    await machine.run(["/usr/bin/tee", `${folder}/shell.conf`], { stdin: shell });
    await machine.run(["/usr/bin/systemctl", "daemon-reload"]);
    try {
      const socket = name === "helper" ? LINUX_PLACES.routesSocket : LINUX_PLACES.keepAliveSocket;
      const [talk] = await machine.talk(ALLOWED, { socket, text: HELLO });
      expect(talk?.text).toBe("");
      const journal = await machine.run(["/usr/bin/journalctl", "--no-pager", "-o", "cat", "-n", "20"]);
      expect(journal).toContain("Failed at step EXEC spawning /bin/sh: Permission denied");
    } finally {
      await machine.run(["/usr/bin/rm", "-r", folder]);
      await machine.run(["/usr/bin/systemctl", "daemon-reload"]);
    }
  });
});
