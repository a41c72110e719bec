import type { KeepAliveLook } from "../../../shared/keep-alive/look.ts";
import { routersToAskFor } from "../../../shared/keep-alive/routers-to-ask-for.ts";
import type { QuickObserver } from "../../observe/quick/quick-observer.ts";

/** Milliseconds until the same router is asked for again: the change that made it unknown may have swept the answer away. */
const ASK_AGAIN_AFTER = 30;
/** Milliseconds for which an answer may come: the kernel itself asks three times in three seconds. */
const ANSWER_WITHIN = 3_000;

/** Lets the kernel ask for the routers that a look leaves unknown. */
export interface RouterAsker {
  ask(look: KeepAliveLook): Promise<void>;
  /** Whether the answer to a question may still come. */
  isWaiting(): boolean;
}

export function routerAsker(quick: QuickObserver): RouterAsker {
  const asked = new Map<string, number>();
  const wasAskedWithin = (milliseconds: number) => (at: number | undefined) =>
    at !== undefined && performance.now() - at < milliseconds;
  return {
    async ask({ facts }) {
      for (const { address, interface: name } of routersToAskFor(facts)) {
        const key = `${address} ${name}`;
        if (wasAskedWithin(ASK_AGAIN_AFTER)(asked.get(key))) continue;
        asked.set(key, performance.now());
        await quick.askForNeighbour(address, name);
      }
    },
    isWaiting: () => [...asked.values()].some(wasAskedWithin(ANSWER_WITHIN)),
  };
}
