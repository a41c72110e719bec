/** A network service as `networksetup` lists it. */
export interface NetworkService {
  readonly name: string;
  readonly device: string;
  /** Its name in the dynamic store. */
  readonly uuid: string;
}

/** The services of the Mac of the story, in the user's order. */
export const SERVICES: readonly NetworkService[] = [
  { name: "USB 10/100/1000 LAN", device: "en7", uuid: "0C9F4A52-88D1-4F0E-A7D0-6A1B6E0E2B34" },
  { name: "Wi-Fi", device: "en0", uuid: "5B1B6E0E-1F2A-4C0B-9E4C-2F1D3A7B9C10" },
  { name: "Thunderbolt Bridge", device: "bridge0", uuid: "9D4E1C77-53B0-4A9B-8D6F-0F0E6B2C7A51" },
];
