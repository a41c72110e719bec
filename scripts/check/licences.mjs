// @ts-check
import { ALLOWED_LICENCES, isAllowed } from "../dist/contents/allowed-licences.mjs";
import { licenceText } from "../dist/contents/licence-text.mjs";
import { shippedPackages } from "../dist/contents/shipped-packages.mjs";

// Checks that all that others have made and we ship may be shipped: by the bundler's word, not by what package.json names. Prints
// one line for each breach; exit code 1 if any.

const packages = await shippedPackages();
const breaches = packages.flatMap((one) => {
  if (isAllowed(one.licence)) return wordless(one);
  return [`${one.name} ${one.version} is under ${one.licence}; allowed are ${ALLOWED_LICENCES.join(", ")}.`];
});
// A checker that sees nothing finds nothing: that is no success.
if (packages.length === 0) breaches.push("No packages were seen: the check itself is broken.");

for (const breach of breaches) console.error(breach);
if (breaches.length === 0) console.log(`${packages.length} packages are shipped`);
process.exitCode = breaches.length === 0 ? 0 : 1;

/** @param {(typeof packages)[number]} one */
function wordless(one) {
  try {
    licenceText(one);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
