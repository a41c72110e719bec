import { expect, it } from "vitest";
import { xAuthority } from "../../../../scripts/start/x-authority.mjs";

it("writes one key for any display, in the format of libXau", () => {
  const key = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");
  const name = Buffer.from("MIT-MAGIC-COOKIE-1").toString("hex");
  expect(xAuthority(key).toString("hex")).toBe(
    ["ffff", "0000", "0000", "0012", name, "0010", key.toString("hex")].join(""),
  );
});
