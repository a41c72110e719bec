// @ts-check
import { command } from "./terminal/command.mjs";

// npm start: installs what is missing, builds, shows the app.
await command(async () => {
  const { start } = await import("./start/start.mjs");
  return start();
});
