import type { KioskItem, KioskZone } from '#server/views.ts';

/** The items of these codes, in their order; those that the kiosk does not have are left out. */
export function itemsOf(zones: readonly KioskZone[], codes: readonly string[]): KioskItem[] {
	const all = new Map(zones.flatMap(({ items }) => items.map((item) => [item.code, item])));
	return codes.flatMap((code) => all.get(code) ?? []);
}
