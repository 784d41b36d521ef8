import { versionsOf } from '#db/knowledge.ts';
import type { KnowledgeKind, KnowledgeRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { knowledgeView } from '../knowledge/view.ts';
import { blankReferral, NOTHING, type ReferralFacts, type ReferralField } from '../rules/referral.ts';
import { weekText } from '../rules/week.ts';
import type * as Entry from '../setup/schema.ts';
import type { KnowledgeEntryView, Text } from '../views.ts';

/**
 * What is known of where a thing is had: an entry, an item, a department, a zone, a window or a desk, by the key that the
 * search gives (G-03). Undefined where there is no such thing for this reader.
 */
export async function referralFor(hall: Hall, who: Who, key: string): Promise<ReferralFacts | undefined> {
	const [kind = '', code = ''] = key.split(':');
	if (kind === 'entry') return entryFacts(hall, who, key);
	return Object.hasOwn(PLACES, kind) ? PLACES[kind as keyof typeof PLACES](hall, code) : undefined;
}

const PLACES = { item: itemFacts, department: departmentFacts, zone: zoneFacts, window: windowFacts, desk: deskFacts };

function itemFacts(hall: Hall, code: string): ReferralFacts | undefined {
	const item = hall.setup.items.get(code);
	if (!item) return undefined;
	const department = hall.setup.departments.get(item.department);
	return {
		...atQueue(hall, item.queue),
		title: item.name,
		phone: phoneOf(hall, department?.phone),
		bring: listed(hall.setup.materialsOf(item).map(({ name }) => name)),
		more: { zh: `费用：${item.fee.zh}`, en: `Fee: ${item.fee.en}` }
	};
}

/** In the hall where it has windows, else in its own house. */
function departmentFacts(hall: Hall, code: string): ReferralFacts | undefined {
	const department = hall.setup.departments.get(code);
	if (!department) return undefined;
	const queue = hall.setup.file.items.find((item) => item.department === code)?.queue;
	const here = queue === undefined ? blankReferral() : atQueue(hall, queue);
	const own = { place: department.address, hours: department.hours, way: department.way };
	const facts = { ...here, title: department.name, who: department.name, phone: phoneOf(hall, department.phone) };
	if (department.address === null) return facts;
	return { ...facts, place: own.place ?? NOTHING, hours: own.hours ?? NOTHING, way: own.way ?? NOTHING };
}

function zoneFacts(hall: Hall, code: string): ReferralFacts | undefined {
	const zone = hall.setup.zones.get(code);
	return zone && { ...inZone(hall, zone), title: zone.name, who: NOTHING };
}

function windowFacts(hall: Hall, code: string): ReferralFacts | undefined {
	const window = hall.setup.windows.get(code);
	const zone = hall.setup.zones.get(window?.zone ?? '');
	if (!window || !zone) return undefined;
	const queue = window.queues[0]?.queue ?? '';
	return { ...inZone(hall, zone), title: window.name, who: window.name, hours: hoursOf(hall, queue) };
}

function deskFacts(hall: Hall, code: string): ReferralFacts | undefined {
	const desk = hall.setup.file.desks.find((one) => one.code === code);
	const zone = hall.setup.zones.get(desk?.zone ?? '');
	if (!desk || !zone) return undefined;
	return { ...inZone(hall, zone), title: desk.name, who: desk.name, phone: phoneOf(hall, desk.phone) };
}

/** Which field an entry of a kind fills by what it says; the others say more. */
const FIELD_OF: Partial<Record<KnowledgeKind, ReferralField>> = {
	address: 'place',
	way: 'way',
	hours: 'hours',
	telephone: 'phone'
};

/** An entry leads to where its first item or its department is; what it says itself comes on top, where the desk may say it. */
async function entryFacts(hall: Hall, who: Who, key: string): Promise<ReferralFacts | undefined> {
	const view = await knowledgeView(hall, who, key);
	if (!view) return undefined;
	const row = await liveRow(hall, Number(key.slice('entry:'.length)));
	const facts: ReferralFacts = { ...placeOfEntry(hall, view, row?.department ?? null), title: view.title };
	if (view.ask) return { ...facts, who: view.ask };
	if (view.body === null) return facts;
	return { ...facts, [(row && FIELD_OF[row.kind]) ?? 'more']: view.body };
}

function placeOfEntry(hall: Hall, { items: [item] }: KnowledgeEntryView, department: string | null): ReferralFacts {
	const found = item ? itemFacts(hall, item.code) : departmentFacts(hall, department ?? '');
	return found ?? inHall(hall);
}

async function liveRow(hall: Hall, entry: number): Promise<KnowledgeRow | undefined> {
	const rows = await versionsOf(hall.read, hall.id, entry);
	return rows.find(({ state }) => state === 'published' || state === 'expired');
}

/** At the windows of a queue. */
function atQueue(hall: Hall, code: string): ReferralFacts {
	const zone = hall.setup.zones.get(hall.setup.queues.get(code)?.zone ?? '');
	const windows = hall.setup.windowsServing(code).flatMap((one) => hall.setup.windows.get(one)?.name ?? []);
	const base = zone ? inZone(hall, zone) : inHall(hall);
	return { ...base, who: listed(windows), hours: hoursOf(hall, code) };
}

function inZone(hall: Hall, zone: Entry.ZoneEntry): ReferralFacts {
	const base = inHall(hall);
	return {
		...base,
		place: { zh: `${base.place.zh} ${zone.name.zh}`, en: `${zone.name.en}, ${base.place.en}` },
		way: zone.place
	};
}

function inHall(hall: Hall): ReferralFacts {
	const { hall: own, hours } = hall.setup.file;
	const address = own.address ?? NOTHING;
	const place = {
		zh: address.zh === '' ? own.name.zh : `${own.name.zh}（${address.zh}）`,
		en: address.en === '' ? own.name.en : `${own.name.en} (${address.en})`
	};
	return { ...blankReferral(), place, phone: phoneOf(hall, null), hours: weekText(hours) };
}

function hoursOf(hall: Hall, queue: string): Text {
	return weekText(hall.setup.queues.get(queue)?.hours ?? hall.setup.file.hours);
}

/** The own telephone, else the hall's. */
function phoneOf(hall: Hall, own: string | null | undefined): Text {
	const phone = own ?? hall.setup.file.hall.phone ?? '';
	return { zh: phone, en: phone };
}

function listed(texts: readonly Text[]): Text {
	return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join('; ') };
}
