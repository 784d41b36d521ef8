import type { Findable } from '../rules/search/finder.ts';
import type { Setup } from '../setup/hall.ts';
import type * as Entry from '../setup/schema.ts';
import type { Text } from '../views.ts';

/** What of the hall file can be asked for, as `item:card-new`, `department:hrss`, `zone:police`, `window:12`, `desk:main`. */
export function findablesOf(setup: Setup): Findable[] {
	const { file } = setup;
	return [
		...file.items.map((item) => itemOf(setup, item)),
		...file.departments.map(({ code, name }) => named('department', code, name)),
		...file.zones.map(({ code, name, place }) => named('zone', code, name, [place])),
		...file.windows.map((window) => windowOf(setup, window)),
		...file.desks.map(({ code, name }) => named('desk', code, name))
	];
}

function itemOf(setup: Setup, item: Entry.ItemEntry): Findable {
	const materials = setup.materialsOf(item).map(({ name }) => name);
	const note = item.note === null ? [] : [item.note];
	return named('item', item.code, item.name, [...materials, ...note, item.fee, item.basis]);
}

function windowOf(setup: Setup, { code, name, queues }: Entry.WindowEntry): Findable {
	const served = queues.flatMap(({ queue }) => setup.queues.get(queue)?.name ?? []);
	return named('window', code, name, served);
}

function named(kind: string, code: string, name: Text, bodies: readonly Text[] = []): Findable {
	return { key: `${kind}:${code}`, kind, names: textsOf(name), bodies: bodies.flatMap(textsOf) };
}

function textsOf({ zh, en }: Text): string[] {
	return [zh, en];
}
