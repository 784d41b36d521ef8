import type { WatchKind } from '#db/schema.ts';
import { textIn, words } from '#display/words/index.ts';
import type { Setup } from '../setup/hall.ts';
import type { Text } from '../views.ts';

/** A device as the hall file has it. */
export interface Thing {
	kind: WatchKind;
	code: string;
	name: Text;
	zone: string | null;
	/** what it is: model, driver, what it hangs on */
	about: string;
	/** printers: the group of the hall file */
	group: string | null;
	/** boards: the line they hang on */
	line: string | null;
	/** it can be asked to show that it works */
	tests: boolean;
}

type Told = Pick<Thing, 'kind' | 'code'> & Partial<Thing>;

/** Every device of a hall file that the watch looks at. */
export function thingsOf(setup: Setup): Thing[] {
	const { printers, buses, boards, screens, kiosks, padLines, idReaders } = setup.file.devices;
	const zoneOf = (window: string | null): string | null => setup.windows.get(window ?? '')?.zone ?? null;
	const kiosk = (code: string): Partial<Thing> => {
		const zones = setup.kiosks.get(code)?.zones;
		return { zone: zones?.length === 1 ? (zones[0] ?? null) : null };
	};
	const found: Told[] = [
		...printers.map(({ code, name, zone, group, model, width }) => {
			return { kind: 'printer' as const, code, name, zone, group, tests: true, about: `${model} ${String(width)} mm` };
		}),
		...buses.map(({ code, wire }) => ({ kind: 'bus' as const, code, about: wire.kind })),
		...boards.map(({ code, name, bus, driver, address, shows }) => {
			const about = `${driver} · ${bus} #${String(address)}`;
			return {
				kind: 'board' as const,
				code,
				name,
				line: bus,
				tests: true,
				zone: shows.zone ?? zoneOf(shows.window),
				about
			};
		}),
		...screens.map(({ code, zone, window, name, voice }) => {
			const place = { name: name ?? screenName(setup, zone, window), zone: zone ?? zoneOf(window) };
			return { kind: 'screen' as const, code, ...place, tests: voice };
		}),
		...kiosks.map(({ code, name }) => ({ kind: 'kiosk' as const, code, name, ...kiosk(code) })),
		...padLines.map(({ code, wire }) => ({ kind: 'pad-line' as const, code, about: wire.kind })),
		...idReaders.map((one) => ({
			...{ kind: 'id-reader' as const, code: one.code, about: one.kiosk, tests: true },
			...kiosk(one.kiosk)
		}))
	];
	return found.map((one) => ({
		name: nameless(one.code),
		zone: null,
		about: '',
		group: null,
		line: null,
		tests: false,
		...one
	}));
}

export function thingOf(setup: Setup, kind: string, code: string): Thing | undefined {
	return thingsOf(setup).find((one) => one.kind === kind && one.code === code);
}

/** What has no name of its own goes by the word on its label. */
function nameless(code: string): Text {
	return { zh: code, en: code };
}

function screenName(setup: Setup, zone: string | null, window: string | null): Text {
	const of = zone === null ? undefined : setup.zones.get(zone);
	const place = (lang: 'zh-CN' | 'en'): string =>
		of ? textIn(lang, of.name) : words(lang).watch.window({ window: window ?? '' });
	const name = (lang: 'zh-CN' | 'en'): string => words(lang).watch.screenOf({ place: place(lang) });
	return { zh: name('zh-CN'), en: name('en') };
}
