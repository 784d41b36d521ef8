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
	const found = [...agents(setup), ...printers(setup), ...boards(setup), ...screens(setup), ...inputs(setup)];
	return found.map((one) => ({ ...NOTHING, name: nameless(one.code), ...one }));
}

const NOTHING = { zone: null, about: '', group: null, line: null, tests: false };

function agents({ file }: Setup): Told[] {
	return file.devices.agents.map(({ code, name }) => ({ kind: 'agent', code, name }));
}

function printers({ file }: Setup): Told[] {
	return file.devices.printers.map(({ code, name, zone, group, model, width }) => {
		const about = `${model} ${String(width)} mm`;
		return { kind: 'printer', code, name, zone, group, tests: true, about };
	});
}

function boards(setup: Setup): Told[] {
	const { buses, boards: hung } = setup.file.devices;
	return [
		...buses.map(({ code, wire }): Told => ({ kind: 'bus', code, about: wire.kind })),
		...hung.map(({ code, name, bus, driver, address, shows }): Told => {
			const about = `${driver} · ${bus} #${String(address)}`;
			return {
				kind: 'board',
				code,
				name,
				line: bus,
				tests: true,
				zone: shows.zone ?? zoneOf(setup, shows.window),
				about
			};
		})
	];
}

function screens(setup: Setup): Told[] {
	return setup.file.devices.screens.map(({ code, zone, window, name, voice }) => {
		const place = { name: name ?? screenName(setup, zone, window), zone: zone ?? zoneOf(setup, window) };
		// The voice is that of a zone: a screen of one window has nobody to speak for it.
		return { kind: 'screen', code, ...place, tests: voice && zone !== null };
	});
}

/** Kiosks, and what people press or lay on. */
function inputs(setup: Setup): Told[] {
	const { kiosks, padLines, idReaders } = setup.file.devices;
	const zone = (code: string): string | null => {
		const zones = setup.kiosks.get(code)?.zones;
		return zones?.length === 1 ? (zones[0] ?? null) : null;
	};
	return [
		...kiosks.map(({ code, name }): Told => ({ kind: 'kiosk', code, name, zone: zone(code) })),
		...padLines.map(({ code, wire }): Told => ({ kind: 'pad-line', code, about: wire.kind })),
		...idReaders.map(({ code, kiosk }): Told => {
			return { kind: 'id-reader', code, about: kiosk, zone: zone(kiosk), tests: true };
		})
	];
}

function zoneOf(setup: Setup, window: string | null): string | null {
	return setup.windows.get(window ?? '')?.zone ?? null;
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
