// @ts-check
import { command } from "./terminal/command.mjs";

// npm run lab [-- argument…]: the lab of the tests, for playing by hand.
await command(async () => {
  const { playLab } = await import("./lab/play-lab.mjs");
  return playLab(process.argv.slice(2));
});
