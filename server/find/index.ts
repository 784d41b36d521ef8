import { setImmediate as breathe } from 'node:timers/promises';
import { plain } from '../rules/search/plain.ts';
import { syllablesOf } from '../rules/search/syllables.ts';
import { formsOf } from '../rules/search/synonyms.ts';
import type { Hall } from '../hall.ts';
import type { Setup } from '../setup/hall.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { zoneOfQueue } from '../setup/places.ts';
import type { FindForm, FindGroup, FindIndex, FindItem, Text } from '../views.ts';

/** So many ways to ask for one name are sent to the kiosk. */
const MOST_FORMS = 16;
/** So many items are worked out before something else has its turn. */
const SLICE = 25;

/** Made once for each hall file that is applied. */
const indexes = new WeakMap<Setup, Promise<FindIndex>>();

/** What a kiosk searches by itself: the items of its zones, how they are called and spoken, and what they are sorted by (K-02). */
export async function findIndex(hall: Hall, device: string): Promise<FindIndex> {
	const { setup } = hall;
	const whole = indexes.get(setup) ?? indexOf(setup);
	indexes.set(setup, whole);
	const zones = setup.kiosks.get(device)?.zones ?? null;
	const { version, items, themes, departments } = await whole;
	if (zones === null) return { version, items, themes, departments };
	const here = items.filter(({ zone }) => zones.includes(zone));
	return {
		version,
		items: here,
		themes: themes.filter(({ code }) => here.some((one) => one.themes.includes(code))),
		departments: departments.filter(({ code }) => here.some((one) => one.department === code))
	};
}

/** By what a page knows that its index is the hall file's. */
export function findVersion({ setup }: Hall): string {
	return setup.appliedAt.toString(36);
}

async function indexOf(setup: Setup): Promise<FindIndex> {
	const { file } = setup;
	const items: FindItem[] = [];
	for (const [at, item] of file.items.entries()) {
		if (at % SLICE === SLICE - 1) await breathe();
		items.push(itemOf(setup, item));
	}
	const themes = file.themes.filter(({ code }) => file.items.some((item) => item.themes.includes(code)));
	const departments = file.departments.filter(({ code }) => file.items.some((item) => item.department === code));
	const version = setup.appliedAt.toString(36);
	return { version, items, themes: themes.map(groupOf), departments: departments.map(groupOf) };
}

function itemOf(setup: Setup, { code, name, queue, department, themes }: ItemEntry): FindItem {
	return { code, zone: zoneOfQueue(setup, queue), department, themes, forms: formsFor(name) };
}

function groupOf({ code, name }: { code: string; name: Text }): FindGroup {
	return { code, name, forms: formsFor(name) };
}

/** Both names first, in the order in which pages prefer them, then how else people call the same thing. */
function formsFor({ zh, en }: Text): FindForm[] {
	const [chinese = [], english = []] = [zh, en].map((name) => formsOf(plain(name)).slice(0, MOST_FORMS));
	const ordered = [...chinese.slice(0, 1), ...english.slice(0, 1), ...chinese.slice(1), ...english.slice(1)];
	return ordered.filter((form) => form !== '').map(formFor);
}

function formFor(plainText: string): FindForm {
	if (!/\p{Script=Han}/u.test(plainText)) return { text: plainText, spoken: '' };
	const text = plainText.replaceAll(' ', '');
	const syllables = syllablesOf(text);
	return { text, spoken: syllables.length === [...text].length ? syllables.join(' ') : '' };
}
