// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Contrib, Enums, Models, Serialize, Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";
import parseLicence from "spdx-expression-parse";
import { inProject, projectFolder } from "../paths.mjs";
import { shippedRuntimes } from "./contents/runtimes.mjs";

/** The file's name in the package's resources. */
const SBOM_FILE = "sbom.cdx.json";

const specification = Spec.Spec1dot6;
const licences = new Contrib.License.Factories.LicenseFactory(parseLicence);

/**
 * Writes the list of everything that is in the package (CycloneDX 1.6, JSON), for scanners that look for known faults. The same
 * package gives the same list: it names neither a time nor a number of its own.
 *
 * @param {string} folder absolute; made when it is not there
 * @param {import("./contents/runtimes.mjs").Made} made
 * @param {readonly import("./contents/shipped-packages.mjs").ShippedPackage[]} packages
 * @throws {Error} when it would not fit the scheme
 */
export async function writeSbom(folder, made, packages) {
  const text = sbomText(packages, shippedRuntimes(made));
  const fault = await new Validation.JsonStrictValidator(specification.version).validate(text);
  if (fault !== null) throw new Error(`The list of parts does not fit its scheme: ${JSON.stringify(fault)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SBOM_FILE), text);
}

/**
 * @param {readonly import("./contents/shipped-packages.mjs").ShippedPackage[]} packages
 * @param {readonly import("./contents/runtimes.mjs").Runtime[]} runtimes
 * @returns {string} CycloneDX, as JSON
 */
export function sbomText(packages, runtimes) {
  const { version, description, license } = readJson("package.json");
  const product = new Models.Component(Enums.ComponentType.Application, "holdfast", { version, description });
  product.bomRef.value = `holdfast@${version}`;
  product.licenses.add(licences.makeFromString(license));
  const locked = readJson("package-lock.json").packages;
  const bom = new Models.Bom();
  bom.metadata.component = product;
  for (const part of [...runtimes.map(ofRuntime), ...packages.map((one) => ofPackage(one, locked))]) {
    bom.components.add(part);
    product.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(specification));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/**
 * @param {import("./contents/runtimes.mjs").Runtime} runtime
 * @returns {Models.Component}
 */
function ofRuntime({ name, version, purl, cpe, sha256 }) {
  const part = new Models.Component(Enums.ComponentType.Framework, name, { version, purl, cpe });
  part.bomRef.value = purl;
  part.licenses.add(licences.makeFromString("MIT"));
  if (sha256 !== undefined) part.hashes.set(Enums.HashAlgorithm["SHA-256"], sha256);
  return part;
}

/**
 * @param {import("./contents/shipped-packages.mjs").ShippedPackage} shipped
 * @param {Record<string, { integrity?: string }>} locked packages of the lock file, by folder
 * @returns {Models.Component}
 */
function ofPackage({ name, version, licence, folder, parts }, locked) {
  const [group, own] = name.startsWith("@") ? name.split("/", 2) : [undefined, name];
  const purl = new PackageURL("npm", group, own ?? name, version).toString();
  const part = new Models.Component(Enums.ComponentType.Library, own ?? name, { version, purl });
  if (group !== undefined) part.group = group;
  part.bomRef.value = purl;
  part.licenses.add(licences.makeFromString(licence));
  for (const holder of parts) part.properties.add(new Models.Property("holdfast:part", holder));
  const integrity = locked[folder.slice(projectFolder.length + 1)]?.integrity?.replace("sha512-", "");
  if (integrity === undefined) throw new Error(`${name} is shipped and not locked.`);
  part.hashes.set(Enums.HashAlgorithm["SHA-512"], Buffer.from(integrity, "base64").toString("hex"));
  return part;
}

/** @param {string} file of the project */
const readJson = (file) => JSON.parse(readFileSync(inProject(file), "utf8"));
