import { thisMachine } from "./machine.ts";
import { runCli } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// `holdfast routes | head` closes the pipe early: that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCli(process.argv.slice(2), processTerminal(), thisMachine());
