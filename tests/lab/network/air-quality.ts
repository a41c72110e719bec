import { PROGRAMS } from "../room/programs.ts";
import type { Room } from "../room/room.ts";
import { mustRun } from "../room/run-program.ts";
import { LAPTOP_PORT } from "./wiring.ts";

/** How the air passes packets on, both ways: how many of a hundred get lost, and how long a full one takes. */
export interface AirQuality {
  readonly lossPercent: number;
  /** A packet of 1,500 bytes takes so many milliseconds, a small one accordingly less; packets wait for one another. */
  readonly delayMs: number;
}

/** The ports of the air through which packets leave it: to the laptop, and to the routers. */
const PORTS = [LAPTOP_PORT, "home", "hot"] as const;

const FULL_PACKET_BITS = 1_500 * 8;
const ALL_NUMBERS = 2 ** 32;

/**
 * Makes the air bad. The laptop's own interface stays as it is: nobody there learns of a loss. By queues that every kernel
 * has (htb, fifo) and a filter that draws lots, because netem is a module that many lack.
 */
export async function worsenAir(room: Room, quality: AirQuality): Promise<void> {
  await tc(
    room,
    PORTS.flatMap((port) => [freePort(port), ...worsenPort(port, quality)]),
  );
}

/** Makes the air good again. */
export async function clearAir(room: Room): Promise<void> {
  await tc(room, PORTS.map(freePort));
}

async function tc(room: Room, lines: readonly string[]): Promise<void> {
  const stdin = lines.map((line) => `${line}\n`).join("");
  await mustRun([...room.enter("air"), PROGRAMS.tc, "-batch", "-"], { stdin });
}

// A queue that only passes on takes the place of whatever was there, also of none.
function freePort(port: string): string {
  return `qdisc replace dev ${port} root pfifo limit 1000`;
}

function worsenPort(port: string, { lossPercent, delayMs }: AirQuality): string[] {
  const rate = Math.round((FULL_PACKET_BITS * 1_000) / Math.max(delayMs, 0.1));
  return [
    `qdisc replace dev ${port} root handle 1: htb default 1`,
    `class add dev ${port} parent 1: classid 1:1 htb rate ${rate}bit burst 1500 cburst 1500`,
    // What goes here is lost: the queue is smaller than any packet.
    `class add dev ${port} parent 1: classid 1:2 htb rate ${rate}bit`,
    `qdisc add dev ${port} parent 1:2 bfifo limit 1`,
    `filter add dev ${port} parent 1: protocol all bpf bytecode '${lotsBelow(lossPercent / 100)}' flowid 1:2`,
  ];
}

/** A classic BPF program that matches this share of all packets: it loads a random number and compares. */
function lotsBelow(share: number): string {
  const bound = Math.min(ALL_NUMBERS - 1, Math.round(share * ALL_NUMBERS));
  const program = ["32 0 0 4294963256", `53 1 0 ${bound}`, "6 0 0 4294967295", "6 0 0 0"];
  return [program.length, ...program].join(",");
}
