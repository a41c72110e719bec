// @ts-check

/**
 * What electron-builder is told besides electron-builder.yml.
 *
 * @param {import("./signing.mjs").Signing | null} signing
 * @returns {readonly string[]}
 */
export function builderWords(signing) {
  const words = ["--mac", "--universal", "--publish", "never"];
  if (signing !== null) return [...words, "-c.forceCodeSigning=true"];
  // Signed by nobody in particular, else Apple's own processors do not start it. Then its parts have no owner in common, which
  // the hardened runtime asks for.
  return [...words, "-c.mac.identity=-", "-c.mac.hardenedRuntime=false", "-c.mac.notarize=false"];
}
