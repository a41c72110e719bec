import { describe, expect, it } from "vitest";
import { toldTimeline } from "../../support/told-timeline.ts";

const kinds = toldTimeline().map(({ events }) =>
  events.map((event) => (event.kind === "change" ? event.change.code : event.kind)),
);

describe("the timeline of the user's story", () => {
  it("begins with the beginning of the watch", () => {
    expect(kinds[0]).toEqual(["began"]);
  });

  it("says at the switch what changed first, and then what it broke", () => {
    expect(kinds[1]?.slice(0, 3)).toEqual(["network-changed", "finding-appeared", "woke-up"]);
  });

  it("does not find the same stale route anew when its client ends", () => {
    expect(kinds[2]).not.toContain("finding-appeared");
    expect(kinds[2]).not.toContain("finding-gone");
    expect(kinds[2]).toContain("client-ended");
  });

  it("notes when the route is gone, and the undo", () => {
    expect(kinds[3]).toEqual(["finding-gone", "route-removed"]);
    expect(kinds[4]).toEqual(["undone"]);
  });
});
