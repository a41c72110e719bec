import { describe, expect, it } from "vitest";
import { throwAwayUnseen, UNFINISHED_FOR, UNSEEN_FOR } from "../../../electron/main/popover/throw-away-unseen.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** A page that was just hidden. */
function hiddenPage() {
  const clock = new FakeClock();
  const page = { isInUse: false, isUnfinished: false, thrownAway: 0 };
  const unseen = throwAwayUnseen({
    clock,
    isInUse: () => page.isInUse,
    isUnfinished: () => page.isUnfinished,
    throwAway: () => (page.thrownAway += 1),
  });
  unseen.begin();
  return { clock, page, unseen };
}

describe("a page that nobody sees", () => {
  it("is thrown away after a while, once", () => {
    const { clock, page } = hiddenPage();
    clock.advance(UNSEEN_FOR - 1);
    expect(page.thrownAway).toBe(0);
    clock.advance(1);
    expect(page.thrownAway).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it("stays when it was opened meanwhile, and the time begins anew when it is hidden again", () => {
    const { clock, page, unseen } = hiddenPage();
    clock.advance(UNSEEN_FOR - 1);
    unseen.stop();
    clock.advance(UNSEEN_FOR);
    unseen.begin();
    clock.advance(UNSEEN_FOR - 1);
    expect(page.thrownAway).toBe(0);
    clock.advance(1);
    expect(page.thrownAway).toBe(1);
  });

  it("stays as long as a dialogue of the system is open, and a while after that", () => {
    const { clock, page } = hiddenPage();
    page.isInUse = true;
    clock.advance(10 * UNFINISHED_FOR);
    page.isInUse = false;
    clock.advance(UNSEEN_FOR - 1);
    expect(page.thrownAway).toBe(0);
    clock.advance(1);
    expect(page.thrownAway).toBe(1);
  });

  it("stays longer when something in it is not finished, but not for ever", () => {
    const { clock, page } = hiddenPage();
    page.isUnfinished = true;
    clock.advance(UNFINISHED_FOR - 1);
    expect(page.thrownAway).toBe(0);
    clock.advance(1);
    expect(page.thrownAway).toBe(1);
  });
});
