import * as v from "valibot";

const Targets = v.array(v.object({ type: v.string(), title: v.string(), url: v.string() }));

/** Whether the debugger on this port of 127.0.0.1 lists a page that has got its title, and so is past its first navigation. */
export async function hasLoadedPage(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = v.parse(Targets, await answer.json());
  // Until then Chromium gives the address for a title.
  return targets.some(({ type, title, url }) => type === "page" && title !== "" && !url.endsWith(title));
}
