// @ts-check
import { command } from "./terminal/command.mjs";

// npm test [-- [--long] [tier…]]: installs what is missing, builds, runs the tiers.
await command(async () => {
  const { runTests } = await import("./test/run-tests.mjs");
  return runTests(process.argv.slice(2));
});
