// Starts the app that the command line names, as Electron's own default app does. It is an ECMAScript module that
// awaits the app's main module, because only then does Electron hold back `ready` until that module has run.
import { app } from "electron";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Splits the arguments into modules to load first (Playwright passes `-r`) and the app to start. */
function readArguments(args) {
  const first = [];
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === "-r" || args[i] === "--require") first.push(args[(i += 1)]);
    else if (!args[i].startsWith("-")) return { first, target: args[i] };
  }
  return { first, target: undefined };
}

/** Takes name, version and main file from an app folder's package.json. */
function describeApp(folder) {
  const description = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (description.version) app.setVersion(description.version);
  app.name = description.productName ?? description.name ?? "Electron";
  if (description.desktopName) app.setDesktopName(description.desktopName);
  app.setAppPath(folder);
  return resolve(folder, description.main ?? "index.js");
}

const { first, target } = readArguments(process.argv.slice(1));
if (!target) {
  console.error("usage: electron <app folder or main file>");
  process.exit(1);
}
Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
const require = createRequire(join(process.cwd(), "electron.js"));
for (const path of first) require(resolve(path));

const path = resolve(target);
const isFolder = statSync(path).isDirectory();
if (!isFolder) app.setAppPath(dirname(path));
await import(pathToFileURL(isFolder ? describeApp(path) : path).href);
