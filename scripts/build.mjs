// @ts-check
import { command } from "./terminal/command.mjs";

// npm run build [target…]: builds all of the product, or the named targets.
await command(async () => {
  const { installDependencies } = await import("./setup/dependencies.mjs");
  await installDependencies();
  const { productTargets } = await import("./build/targets.mjs");
  const { buildTargets } = await import("./build/build-targets.mjs");
  const { chooseByName } = await import("./terminal/choose.mjs");
  const { provideHelperNode } = await import("./setup/helper-node.mjs");
  const built = await buildTargets(chooseByName(process.argv.slice(2), productTargets, "target"));
  if (!(await provideHelperNode())) console.log("Without the Node for the helper: it cannot be installed from here.");
  console.log(built.length > 0 ? `Built: ${built.join(", ")}.` : "Built already.");
});
