// @ts-check
import { command } from "./terminal/command.mjs";

// npm run check: types, lint, layers, texts, unused code, formatting. All steps run, even after one has failed.
await command(async () => {
  const { installDependencies } = await import("./setup/dependencies.mjs");
  await installDependencies();
  const { runSteps } = await import("./check/run-steps.mjs");
  const { steps } = await import("./check/steps.mjs");
  return runSteps(steps);
});
