// @ts-check
import { command } from "./terminal/command.mjs";

// npm run bench [-- bench…] [--up-to ROWS] [--switches COUNT] [--connections COUNT] [--idle-seconds SECONDS]
// [--openings COUNT] [--snapshots COUNT]: measures, and keeps the figures in bench/results.json.
await command(async () => {
  const { installDependencies } = await import("./setup/dependencies.mjs");
  await installDependencies();
  const { runBenches } = await import("./bench/run-benches.mjs");
  return runBenches(process.argv.slice(2));
});
