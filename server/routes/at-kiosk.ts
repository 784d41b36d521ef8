import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { AtKiosk } from '../views.ts';

/** The kiosk at which a visitor's page is open, as its address says (`?kiosk=east-1`); null on a phone, and for who may be none. */
export function kioskOf(hall: Hall, who: Who, url: URL): AtKiosk | null {
	const device = url.searchParams.get('kiosk');
	if (device === null || !isAllowed(hall, who, 'kiosk:use')) return null;
	const entry = hall.setup.kiosks.get(device);
	return entry ? { device, idleSeconds: hall.setup.policies.kioskIdleSeconds, screen: entry.screen } : null;
}
