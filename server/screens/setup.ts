import { join } from 'node:path';
import type { Hall } from '../hall.ts';
import type { MediumEntry, ScreenEntry } from '../setup/schema.ts';
import type { Medium, ScreenSetup } from '../views/screen.ts';
import { findMedium, mediumKind } from './media.ts';

/** Where the files beside the calls lie. */
export function mediaFolder(dataDir: string): string {
	return join(dataDir, 'media');
}

/** What is asked of a screen: the name it gives itself, the zone it shows, and where its pictures lie. */
interface Asked {
	screen: string;
	zone: string;
	folder: string;
}

/** What a screen has to know of itself. One the hall file does not name speaks, so that a newcomer opens one page and hears the hall. */
export async function screenSetup(hall: Hall, { screen, zone, folder }: Asked): Promise<ScreenSetup> {
	const entry = hall.setup.screens.get(screen);
	// The zone of the address stands first, and no zone twice: a screen may be opened where another zone is shown.
	const [, ...alsoZones] = new Set([zone, ...(entry?.alsoZones ?? [])]);
	const zones = [zone, ...alsoZones];
	const shown = hall.setup.file.devices.media.filter((one) => isFor(one, screen, zones));
	const media = await Promise.all(shown.map((one) => medium(folder, one)));
	return { ...(entry ? known(hall, entry) : UNKNOWN), alsoZones, media };
}

/** The same of a screen above a window: the named one, else the one that the hall file has there. It shows no pictures. */
export function windowScreenSetup(hall: Hall, screen: string | null, window: string): ScreenSetup {
	const there = hall.setup.file.devices.screens.find((one) => one.window === window);
	const entry = screen === null ? there : hall.setup.screens.get(screen);
	return { ...(entry ? known(hall, entry) : UNKNOWN), media: [] };
}

const UNKNOWN: Omit<ScreenSetup, 'media'> = {
	...{ code: null, size: null, farthestMetres: null, theme: 'dark', daylight: [], night: [] },
	...{ alsoZones: [], queues: null, windows: null, speaks: true }
};

function known(hall: Hall, entry: ScreenEntry): Omit<ScreenSetup, 'media'> {
	const { code, theme, daylight, night, alsoZones, windows, queues, voice } = entry;
	return {
		...{ code, size: sizeOf(entry), farthestMetres: entry.farthestSeatMetres, theme, daylight, night },
		...{ alsoZones, windows, speaks: voice },
		queues:
			queues &&
			queues.flatMap((code) => hall.setup.queues.get(code) ?? []).map((one) => ({ code: one.code, prefix: one.prefix }))
	};
}

function sizeOf({ size }: ScreenEntry): ScreenSetup['size'] {
	if (size?.inches != null) return { inches: size.inches };
	return size?.widthMm != null && size.heightMm != null ? { widthMm: size.widthMm, heightMm: size.heightMm } : null;
}

function isFor(one: MediumEntry, screen: string, zones: readonly string[]): boolean {
	if (one.screens) return one.screens.includes(screen);
	return one.zones === null || one.zones.some((zone) => zones.includes(zone));
}

async function medium(folder: string, { file, seconds, days, times, from, until }: MediumEntry): Promise<Medium> {
	const found = await findMedium(folder, file);
	const version = found.ok ? `?v=${Math.round(found.changedAt).toString(36)}` : '';
	return {
		...{ file, kind: mediumKind(file), address: `/media/${encodeURIComponent(file)}${version}` },
		...{ seconds, days, times, from, until, fault: found.ok ? null : found.fault }
	};
}
