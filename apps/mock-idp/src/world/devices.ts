import type { Clock } from '../clock/index.js';
import type { Ended } from './endings.js';

/** What a person answered to a device. */
export type DeviceOutcome = 'denied' | { readonly grantId: string; readonly subject: string };

/** A device that waits for somebody to agree elsewhere. RFC 8628, section 3.2. */
export type Device = {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scope: string;
  readonly until: number;
  /** Seconds between two questions. */
  readonly interval: number;
  readonly outcome?: DeviceOutcome;
};

export type Polled = Device | 'too soon' | 'expired' | undefined;

const capacity = 20_000;

/** People type what they read: case and dashes do not matter. */
const plain = (userCode: string): string => userCode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** The devices of one issuer, by the clock of its namespace. */
export class Devices {
  readonly #devices = new Map<string, Device>();
  readonly #asked = new Map<string, number>();

  constructor(readonly clock: Clock) {}

  put(device: Device): void {
    this.#devices.set(device.deviceCode, device);
    const [oldest] = this.#devices.keys();
    if (this.#devices.size > capacity && oldest !== undefined) this.remove(oldest);
  }

  /** One that waits for an answer still. */
  byUserCode(userCode: string): Device | undefined {
    const wanted = plain(userCode);
    return [...this.#devices.values()].find(
      (device) =>
        plain(device.userCode) === wanted &&
        device.outcome === undefined &&
        device.until > this.clock.seconds,
    );
  }

  answer(device: Device, outcome: DeviceOutcome): void {
    this.#devices.set(device.deviceCode, { ...device, outcome });
  }

  /** The device asks whether somebody has agreed. */
  poll(deviceCode: string): Polled {
    const device = this.#devices.get(deviceCode);
    if (!device) return undefined;
    const { seconds } = this.clock;
    if (device.until <= seconds) return 'expired';
    const before = this.#asked.get(deviceCode);
    this.#asked.set(deviceCode, seconds);
    return before !== undefined && seconds - before < device.interval ? 'too soon' : device;
  }

  remove(deviceCode: string): void {
    this.#devices.delete(deviceCode);
    this.#asked.delete(deviceCode);
  }
  /** Of a person or a client that is gone. */
  removeAllOf(ended: Ended): void {
    for (const { deviceCode, clientId, outcome } of this.#devices.values()) {
      const subject = typeof outcome === 'object' ? outcome.subject : undefined;
      if ('subject' in ended ? subject === ended.subject : clientId === ended.clientId)
        this.remove(deviceCode);
    }
  }
}
