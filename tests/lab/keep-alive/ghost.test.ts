import { describe, expect } from "vitest";
import type { Lab } from "../lab.ts";
import { labTest } from "../lab-test.ts";
import { SERVER, WIFI } from "../network/addresses.ts";
import { LAPTOP_PORT } from "../network/wiring.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect } from "../vpn/connect.ts";
import { startGuard } from "./guard.ts";

/** Connects to the server, says so, and ends after it has sent something that nobody will acknowledge. */
const HALF_SENT = `
const socket = require("node:net").connect(443, "${SERVER}", () => console.log("connected"));
process.stdin.once("data", () => socket.write("half a request", () => process.exit(0)));
`;

const closing = async ({ laptop }: Lab) => {
  const { stdout } = await laptop.run(["/usr/bin/ss", "-H", "-n", "-t", "state", "fin-wait-1", "dst", SERVER]);
  return stdout.trim();
};

describe("a half-sent request of a connection that was closed", () => {
  labTest(
    "is forgotten when the client was asked to reconnect, so that it does not come back with the address",
    async ({ lab }) => {
      await connect(lab, "without-attempt-reconnect");
      const guard = await startGuard(lab);
      const program = lab.laptop.spawn([process.execPath, "-e", HALF_SENT], { stdio: ["pipe", "pipe", "inherit"] });
      await new Promise((connected) => program.stdout?.once("data", connected));
      await lab.room.ip("air", [`link set ${LAPTOP_PORT} master ${WIFI.hot.bridge}`]);
      program.stdin?.write("go\n");
      await waitUntil("the request is half sent", 5_000, async () => (await closing(lab)).includes(WIFI.home.laptop));
      await lab.wifi.join("hot", "make-before-break");
      await guard.waitFor("back");
      await waitUntil("it is forgotten", 5_000, async () => (await closing(lab)) === "");
      await guard.end();
      expect(guard.reports().filter(({ kind }) => kind === "acted")).toHaveLength(1);
    },
  );
});
