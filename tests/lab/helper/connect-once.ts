import { connectHelper } from "../../../electron/helper-client/connect-helper.ts";
import type { HelperMode } from "../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";

// Connects in one way (`connect-once.cjs sudo HELPER`) and prints what came of it as one line of JSON.

async function main(): Promise<object> {
  const [mode, helper = ""] = process.argv.slice(2);
  try {
    const connection = await connectHelper({ mode: mode as HelperMode, helper, retry: ["holdfast", "clean"] });
    await connection.close();
    return connection.hello;
  } catch (error) {
    if (error instanceof HelperFailure) return { code: error.code, args: error.args };
    throw error;
  }
}

void main().then((result) => console.log(JSON.stringify(result)));
