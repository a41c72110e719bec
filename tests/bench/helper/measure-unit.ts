import { waitUntil } from "../../lab/room/wait-until.ts";
import { ALLOWED, HELLO, PLAN } from "../../lab/systemd/helper-machine.ts";
import type { HelperMachine } from "../../lab/systemd/helper-machine.ts";
import { firstAnswerOf, peakOf } from "./first-answer.ts";
import type { FirstAnswer } from "./first-answer.ts";

/** Connects so many times to the socket of the installed helper. */
export async function measureUnit(machine: HelperMachine, count: number): Promise<FirstAnswer> {
  const times: number[] = [];
  while (times.length < count) {
    const [talk] = await machine.talk(ALLOWED, { text: HELLO, lines: 1 });
    if (talk?.firstAnswer == null) throw new Error(`no answer: ${talk?.error}`);
    times.push(talk.firstAnswer);
  }
  return firstAnswerOf(times, await memory(machine));
}

async function memory(machine: HelperMachine): Promise<number> {
  // It stays for some seconds after its answers, until it has waited long enough for another question.
  const held = machine.talk(ALLOWED, { text: HELLO + PLAN });
  const peak = await waitUntil("it has planned", 20_000, async () => {
    const [helper] = await machine.helpers();
    const log = await machine.run(["/usr/bin/journalctl", "-n", "1", "-o", "cat", "--no-pager"]);
    if (helper === undefined || !log.includes('"op":"plan"')) return false;
    return peakOf(await machine.run(["/usr/bin/cat", `/proc/${helper.split(" ")[0]}/status`]));
  });
  await held;
  return peak;
}
