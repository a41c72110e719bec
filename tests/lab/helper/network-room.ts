import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { promisify } from "node:util";

const IP = "/usr/sbin/ip";
const run = promisify(execFile);
let count = 0;

/** A throw-away network namespace with one interface `wlan0` on 198.51.100.128/28, and a folder for a journal. */
export interface NetworkRoom {
  readonly name: string;
  /** Does not exist yet; below a folder of root. */
  readonly stateDirectory: string;
  /** Words that start a program in the namespace. */
  readonly enter: readonly string[];
  /** Runs `ip` with these words; throws when it fails. */
  ip(...words: readonly string[]): Promise<string>;
  /** All rows of all tables as `ip` prints them. */
  table(): Promise<string>;
  remove(): Promise<void>;
}

/** Makes the namespace, as after a switch of networks: the ways to 198.51.100.1 and 2001:db8:1::1 are gone, six rows through them stay. */
export async function makeNetworkRoom(): Promise<NetworkRoom> {
  const room = await makeBareRoom();
  await furnish(room);
  return room;
}

/** Makes the namespace with nothing in it but its loopback. */
export async function makeBareRoom(): Promise<NetworkRoom> {
  const name = `hfh${process.pid}-${count++}`;
  const folder = `/run/${name}`;
  await run(IP, ["netns", "add", name]);
  await mkdir(folder, { mode: 0o700 });
  const ip = async (...words: readonly string[]) => (await run(IP, ["-n", name, ...words])).stdout;
  return {
    name,
    stateDirectory: `${folder}/journal`,
    enter: [IP, "netns", "exec", name],
    ip,
    table: async () =>
      `${await ip("-4", "route", "show", "table", "all")}${await ip("-6", "route", "show", "table", "all")}`,
    async remove() {
      await run(IP, ["netns", "del", name]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function furnish({ ip }: NetworkRoom): Promise<void> {
  await ip("link", "set", "lo", "up");
  await ip("link", "add", "wlan0", "type", "veth", "peer", "name", "air0");
  for (const link of ["air0", "wlan0"]) {
    // No link-local addresses: they come when they like, and the tables are compared byte for byte.
    await ip("link", "set", link, "addrgenmode", "none");
    await ip("link", "set", link, "up");
  }
  await ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
  await ip("route", "add", "203.0.113.9", "via", "198.51.100.1", "dev", "wlan0");
  for (const host of [1, 2, 3, 4]) {
    await ip(
      "route",
      "add",
      `203.0.113.${host}`,
      "via",
      "198.51.100.1",
      "dev",
      "wlan0",
      "proto",
      "static",
      "mtu",
      "1400",
    );
  }
  await ip("addr", "add", "2001:db8:1::2/64", "dev", "wlan0", "nodad");
  await ip("route", "add", "2001:db8:9::1", "via", "2001:db8:1::1", "dev", "wlan0", "metric", "77", "pref", "high");
  await ip("addr", "add", "198.51.100.130/28", "dev", "wlan0");
  await ip("addr", "add", "2001:db8:2::2/64", "dev", "wlan0", "nodad");
  await ip("addr", "del", "2001:db8:1::2/64", "dev", "wlan0");
  await ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
  await ip("route", "add", "default", "via", "198.51.100.129", "dev", "wlan0", "metric", "600");
}
