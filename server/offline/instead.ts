import type { Setup } from '../setup/hall.ts';
import type { KioskEntry } from '../setup/schema.ts';
import type { Instead } from '../views.ts';

/** The zones of a kiosk; one that names none offers them all. */
export function zonesOfKiosk(setup: Setup, device: string): string[] {
	return setup.kiosks.get(device)?.zones ?? setup.file.zones.map((zone) => zone.code);
}

/**
 * Where to go when a kiosk cannot help (K-12): the kiosk that offers the most of its zones, of them the one that offers
 * least besides, which stands nearest; and the desk of its first zone, else the main one.
 */
export function insteadOf(setup: Setup, device: string): Instead {
	const zones = zonesOfKiosk(setup, device);
	const { desks, devices } = setup.file;
	const shared = (one: KioskEntry): number =>
		zonesOfKiosk(setup, one.code).filter((code) => zones.includes(code)).length;
	const others = devices.kiosks.filter((one) => one.code !== device && shared(one) > 0);
	const besides = (one: KioskEntry): number => zonesOfKiosk(setup, one.code).length - shared(one);
	const [nearest] = others.toSorted((a, b) => shared(b) - shared(a) || besides(a) - besides(b));
	const desk = desks.find(({ zone }) => zone === zones[0]) ?? desks.find((one) => one.main) ?? desks[0];
	return { kiosk: nearest?.name ?? null, desk: desk ? { name: desk.name, phone: desk.phone } : null };
}
