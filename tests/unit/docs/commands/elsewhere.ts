/** What is executed by another test: its file, and what stands there of the command. */
export interface Elsewhere {
  readonly file: string;
  readonly shows: readonly string[];
}

/** Commands that do not end by themselves, or that take a machine of their own, by their first words. */
const ELSEWHERE: Readonly<Record<string, Elsewhere>> = {
  "holdfast watch": { file: "tests/lab/foreign-pin.test.ts", shows: ['...HOLDFAST, "watch"'] },
  "sudo holdfast guard": { file: "tests/lab/keep-alive/guard.ts", shows: ['...HOLDFAST, "guard"'] },
  "holdfast helper status": { file: "tests/package/life.test.ts", shows: ['HOLDFAST, "helper", "status"'] },
  "sudo holdfast helper install": {
    file: "tests/package/life.test.ts",
    shows: ['"/usr/bin/sudo", HOLDFAST, "helper", "install"'],
  },
  "sudo apt install ./dist/holdfast_": {
    file: "tests/package/life.test.ts",
    shows: ['machine.aptByAlice("install", inRoom(path))'],
  },
  "sudo apt purge holdfast": { file: "tests/package/life.test.ts", shows: ['machine.apt("purge", "holdfast")'] },
};

/** Where a command line is executed, null when it is not elsewhere. */
export function elsewhere(line: string): Elsewhere | null {
  return Object.entries(ELSEWHERE).find(([start]) => line.startsWith(start))?.[1] ?? null;
}
