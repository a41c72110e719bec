import { createHash, X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SERVER } from "../network/addresses.ts";
import { PROGRAMS } from "../room/programs.ts";
import { mustRun } from "../room/run-program.ts";

/** The server's key and self-signed certificate (paths), and the pin by which openconnect trusts it. */
export interface Certificate {
  readonly keyFile: string;
  readonly certificateFile: string;
  /** "pin-sha256:<base64>", for openconnect's --servercert. */
  readonly pin: string;
}

const TEMPLATE = `cn = "vpn.example.org"\nip_address = ${SERVER}\nexpiration_days = 2\nsigning_key\ntls_www_server\n`;

/** Makes a certificate for the lab's server in `folder`. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const [template, keyFile, certificateFile] = ["certificate.cfg", "key.pem", "certificate.pem"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await writeFile(template, TEMPLATE);
  await mustRun([PROGRAMS.certtool, "--generate-privkey", "--key-type=ecdsa", "--outfile", keyFile]);
  const signing = [
    "--generate-self-signed",
    "--load-privkey",
    keyFile,
    "--template",
    template,
    "--outfile",
    certificateFile,
  ];
  await mustRun([PROGRAMS.certtool, ...signing]);
  const publicKey = new X509Certificate(await readFile(certificateFile)).publicKey.export({
    type: "spki",
    format: "der",
  });
  return { keyFile, certificateFile, pin: `pin-sha256:${createHash("sha256").update(publicKey).digest("base64")}` };
}
