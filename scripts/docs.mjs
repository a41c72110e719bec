// @ts-check
import { command } from "./terminal/command.mjs";
import { Stop } from "./terminal/stop.mjs";

// npm run docs: writes the documents that are made from the program itself, its shell completions, and its man page.
await command(async () => {
  if (process.argv.length > 2) throw new Stop("npm run docs takes no words: it writes all of them.", 2);
  const { installDependencies } = await import("./setup/dependencies.mjs");
  await installDependencies();
  const { writeDocuments } = await import("./docs/write-documents.mjs");
  const written = await writeDocuments();
  console.log(written.length > 0 ? `Written: ${written.join(", ")}.` : "All of them are up to date.");
});
