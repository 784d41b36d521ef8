import { serialWire } from './serial.ts';
import type { SerialSettings } from './serial.ts';
import { tcpWire } from './tcp.ts';
import { usbWire } from './usb.ts';
import type { Wire } from './wire.ts';

/** How the hall file describes a cable. A virtual one has no address: whoever makes the far end has its wire. */
export type WirePlan =
	{ kind: 'tcp'; host: string; port: number } | ({ kind: 'serial' } & SerialSettings) | { kind: 'usb'; path: string };

/** The wire of a plan. Nothing is opened yet. */
export function makeWire(plan: WirePlan): Wire {
	switch (plan.kind) {
		case 'tcp':
			return tcpWire(plan.host, plan.port);
		case 'serial':
			return serialWire(plan);
		case 'usb':
			return usbWire(plan.path);
	}
}
