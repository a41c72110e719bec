import { describe, expect, it } from "vitest";
import { keepStanding } from "../../../renderer/store/standing.ts";
import { viewNamed } from "../../../shared/contract/standing.ts";
import type { Standing } from "../../../shared/contract/standing.ts";

function kept() {
  const told: Standing[] = [];
  return { told, standing: keepStanding("status", (now) => told.push(now)) };
}

describe("how the page stands", () => {
  it("is told when another view is opened, and only then", () => {
    const { told, standing } = kept();
    standing.open("status");
    standing.open("routes");
    standing.open("routes");
    expect(told).toEqual([{ view: "routes", unfinished: false }]);
  });

  it("is unfinished as long as anything is", () => {
    const { told, standing } = kept();
    standing.note("log", true);
    standing.note("check", true);
    standing.note("log", false);
    expect(told).toEqual([{ view: "status", unfinished: true }]);
    standing.note("check", false);
    standing.note("check", false);
    expect(told.slice(1)).toEqual([{ view: "status", unfinished: false }]);
  });
});

describe("the view of a name", () => {
  it("is the usual one where there is none of that name", () => {
    expect(["glossary", "", "nothing"].map(viewNamed)).toEqual(["glossary", "status", "status"]);
  });
});
