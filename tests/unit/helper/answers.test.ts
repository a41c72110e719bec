import { describe, expect, it } from "vitest";
import { answerLine, errorLine, readAnswer } from "../../../shared/contract/helper-wire.ts";
import { failureOf } from "../../../electron/helper-client/helper-failure.ts";

const STATUS = { undoable: null, remaining: { minute: 6, hour: 30 } };

describe("an answer line", () => {
  it("is read back as it was written", () => {
    expect(readAnswer(answerLine<"status">(4, STATUS), 4, "status")).toEqual({ ok: true, answer: STATUS });
  });

  it("is not taken for another request, another operation or another shape", () => {
    const line = answerLine<"status">(4, STATUS);
    expect(readAnswer(line, 5, "status")).toBeNull();
    expect(readAnswer(line, 4, "plan")).toBeNull();
    expect(readAnswer(line.replace('"minute":6', '"minute":"6"'), 4, "status")).toBeNull();
    expect(readAnswer(line.replace("{", "{ "), 4, "status")).toBeNull();
    expect(readAnswer("Segmentation fault", 4, "status")).toBeNull();
  });

  it("carries an error of the closed list, for this request or for one without id", () => {
    expect(readAnswer(errorLine(4, "plan_changed"), 4, "apply")).toMatchObject({ ok: false, err: "plan_changed" });
    expect(readAnswer(errorLine(-1, "timeout"), 4, "apply")).toMatchObject({ ok: false, err: "timeout" });
    expect(readAnswer('{"v":1,"id":4,"ok":false,"err":"/etc/passwd: no"}', 4, "apply")).toBeNull();
  });

  it("becomes a failure whose code is written with hyphens", () => {
    expect(failureOf("plan_changed").code).toBe("plan-changed");
    expect(failureOf("unsupported_os").code).toBe("unsupported-os");
  });

  it("that complains about the request is one failure, whatever the complaint", () => {
    expect(failureOf("bad_key").code).toBe("helper-garbled");
    expect(failureOf("not_canonical").code).toBe("helper-garbled");
  });
});
