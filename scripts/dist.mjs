// @ts-check
import { command } from "./terminal/command.mjs";

// npm run dist [-- [deb] [AppImage] [--for-trying]]: packages for this system, into dist/
await command(async () => {
  const { makePackages } = await import("./dist/make-packages.mjs");
  return makePackages(process.argv.slice(2));
});
