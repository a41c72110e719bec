const FLAG_NAMES: Readonly<Record<string, string>> = {
  U: "UP",
  G: "GATEWAY",
  H: "HOST",
  R: "REJECT",
  D: "DYNAMIC",
  M: "MODIFIED",
  d: "DONE",
  C: "CLONING",
  L: "LLINFO",
  S: "STATIC",
  B: "BLACKHOLE",
  c: "PRCLONING",
  W: "WASCLONED",
  b: "BROADCAST",
  m: "MULTICAST",
  I: "IFSCOPE",
  i: "IFREF",
  r: "ROUTER",
  g: "GLOBAL",
};
/** Names of the flags in the order of their bits, as messages and `route get` print them; `d` stands for DONE. */
export function flagNames(letters: string): string {
  return [..."UGHRDMdCLSBcWmbIirg"]
    .filter((letter) => letters.includes(letter))
    .map((letter) => FLAG_NAMES[letter])
    .join();
}
