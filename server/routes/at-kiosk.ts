import { error } from '@sveltejs/kit';
import type { Hall } from '../hall.ts';
import { mayBeKiosk } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { defaultKiosk } from '../tickets/kiosk.ts';
import type { AtKiosk } from '../views.ts';

/** The kiosk at which a visitor's page is open, as its address says (`?kiosk=east-1`); null on a phone, and for who may not be that one. */
export function kioskOf(hall: Hall, who: Who, url: URL): AtKiosk | null {
	const device = url.searchParams.get('kiosk');
	if (device === null || !mayBeKiosk(hall, who, device)) return null;
	const entry = hall.setup.kiosks.get(device);
	return entry ? { device, idleSeconds: hall.setup.policies.kioskIdleSeconds, screen: entry.screen } : null;
}

/** The kiosk that a browser is: as its address says, else as its key does, else the first of the hall file. 403 for who may not be it. */
export function kioskHere(hall: Hall, who: Who, url: URL): string {
	const device = url.searchParams.get('kiosk') ?? who.device ?? defaultKiosk(hall);
	if (!mayBeKiosk(hall, who, device)) error(403, '本机未登记为这台取号机 · This device is not enrolled as this kiosk');
	return device;
}
