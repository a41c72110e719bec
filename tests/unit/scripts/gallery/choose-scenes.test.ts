import { describe, expect, it } from "vitest";
import { chooseScenes } from "../../../../scripts/gallery/choose-scenes.mjs";
import { nearNames } from "../../../../scripts/gallery/near-names.mjs";

const SCENES = ["off", "up", "stale-pin-left-over", "stale-pin-inet6", "timeline-open", "glossary"].map((name) => ({
  name,
  view: "status",
}));

describe("npm run gallery", () => {
  it("renders all scenes when none is named, else those that are, in their own order", () => {
    expect(chooseScenes([], SCENES)).toEqual(SCENES);
    expect(chooseScenes(["up", "off"], SCENES).map(({ name }) => name)).toEqual(["off", "up"]);
  });

  it("names the nearest scenes when there is none of a name, and ends with 2", () => {
    const wrong = () => chooseScenes(["off", "stale-pin"], SCENES);
    expect(wrong).toThrow(/^There is no scene "stale-pin"; near to it: stale-pin-inet6, stale-pin-left-over\.$/);
    expect(wrong).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => chooseScenes(["no-such-scene"], SCENES)).toThrow("docs/gallery/README.md lists all of them");
  });
});

describe("a name that was written wrongly", () => {
  const names = SCENES.map(({ name }) => name);

  it.each([
    ["glosary", "glossary"],
    ["timelineopen", "timeline-open"],
    ["inet6", "stale-pin-inet6"],
  ])("%s is near to %s", (written, meant) => {
    expect(nearNames(written, names)[0]).toBe(meant);
  });

  it("is answered with five names at most, and with none that is not near", () => {
    const many = Array.from({ length: 9 }, (_, index) => `status-${index}`);
    expect(nearNames("status", many)).toEqual(many.slice(0, 5));
    expect(nearNames("no-such-scene", names)).toEqual([]);
  });
});
