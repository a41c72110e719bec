import { once } from "node:events";
import { createInterface } from "node:readline";
import { createLab } from "./lab.ts";
import { commandsOf } from "./play/commands.ts";
import { menuOf, obey } from "./play/obey.ts";

// `npm run lab`: the lab for playing by hand, one command a line. It ends, and cleans up, on "quit", at the end of the
// input, on Ctrl-C, on SIGTERM and when the terminal is closed.

const interrupted = Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
const lab = await createLab();
try {
  await Promise.race([interrupted, play()]);
} finally {
  await lab.destroy();
}
console.log("The lab is gone.");
process.exit(0); // an interrupted play() still waits for a line

async function play(): Promise<void> {
  const commands = commandsOf(lab);
  console.log(await obey("connect", lab, commands));
  process.stdout.write(`${menuOf(commands)}\n> `);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "quit") return;
    process.stdout.write(`${await obey(line, lab, commands)}\n> `);
  }
}
