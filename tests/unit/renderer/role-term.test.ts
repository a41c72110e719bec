import { describe, expect, it } from "vitest";
import { roleTerm } from "../../../renderer/features/routes/role-term.ts";
import { glossaryTerms } from "../../../shared/explain/glossary.ts";
import { roleOf } from "../../../shared/explain/route-role.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { recordedSnapshot } from "../../support/judged.ts";

describe("the term for the role of a route", () => {
  it("is in the glossary for every role that the recorded machines have", () => {
    const roles = recordedCaptures().flatMap(({ name }) => {
      const snapshot = recordedSnapshot(name);
      const { inet, inet6 } = snapshot.routes;
      return [...valuesOf(inet), ...valuesOf(inet6)].map((route) => roleOf(route, snapshot));
    });
    const terms = [...new Set(roles)].map(roleTerm);
    expect(terms.length).toBeGreaterThan(12);
    expect(glossaryTerms).toEqual(expect.arrayContaining(terms));
  });

  it("is none for a role that is not known", () => {
    expect(roleTerm("of-the-future")).toBeNull();
  });
});
