import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dictionary, propertyList, string } from "../../shared/helper-setup/property-list.ts";

const FRAMEWORK = "Frameworks/Electron Framework.framework";
const PROGRAM = "Versions/A/Electron Framework";
/** By which the fuses are found in a binary (dependencies §1.2); then their version, their number, and one digit for each. */
const FUSE_WIRE = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009111111111";
const YES = "<true/>";

/** What Electron's own property list says that matters here; its reasons to ask for the user's devices among it. */
const INFO = {
  CFBundleDisplayName: string("Electron"),
  CFBundleExecutable: string("Electron"),
  CFBundleIconFile: string("electron.icns"),
  CFBundleIdentifier: string("com.github.Electron"),
  CFBundleName: string("Electron"),
  CFBundlePackageType: string("APPL"),
  LSMinimumSystemVersion: string("13.0"),
  NSAppTransportSecurity: dictionary({ NSAllowsArbitraryLoads: YES }),
  NSAudioCaptureUsageDescription: string("This app needs access to audio capture"),
  NSBluetoothAlwaysUsageDescription: string("This app needs access to Bluetooth"),
  NSBluetoothPeripheralUsageDescription: string("This app needs access to Bluetooth"),
  NSCameraUsageDescription: string("This app needs access to the camera"),
  NSMicrophoneUsageDescription: string("This app needs access to the microphone"),
  NSPrincipalClass: string("AtomApplication"),
};

/** Makes in this folder what electron-builder looks for in an Electron for macOS, without anything that could run. */
export function makeSkeletonElectronApp(folder: string): void {
  const put = (path: string, content: string) => {
    const place = join(folder, "Electron.app/Contents", path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  };
  put("Info.plist", propertyList(dictionary(INFO)));
  put("MacOS/Electron", "");
  put(`${FRAMEWORK}/${PROGRAM}`, FUSE_WIRE);
  symlinkSync(PROGRAM, join(folder, "Electron.app/Contents", FRAMEWORK, "Electron Framework"));
  for (const language of ["en", "fr", "zh_CN"]) {
    put(`Resources/${language}.lproj/locale.pak`, language);
    put(`${FRAMEWORK}/Versions/A/Resources/${language}.lproj/locale.pak`, language);
  }
  put("Resources/electron.icns", "");
  for (const kind of ["", " (GPU)", " (Plugin)", " (Renderer)"]) {
    const name = `Electron Helper${kind}`;
    put(`Frameworks/${name}.app/Contents/Info.plist`, propertyList(dictionary({ CFBundleName: string(name) })));
    put(`Frameworks/${name}.app/Contents/MacOS/${name}`, "");
  }
}
