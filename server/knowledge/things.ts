import type { Hall } from '../hall.ts';
import type * as Entry from '../setup/schema.ts';
import type { KnowledgeEntryView, KnowledgeSort, Text } from '../views.ts';

/** A thing of the hall file as it is told when somebody asks for it. */
export interface Thing {
	kind: KnowledgeSort;
	title: Text;
	body: Text;
	department: Text | null;
	items: KnowledgeEntryView['items'];
}

/** The thing that a key names, `item:card-new`; undefined for what the hall file does not have. */
export function thingOf(hall: Hall, key: string): Thing | undefined {
	const [kind = '', code = ''] = key.split(':');
	return Object.hasOwn(THINGS, kind) ? THINGS[kind as keyof typeof THINGS](hall, code) : undefined;
}

const THINGS = { item: itemThing, department: departmentThing, zone: zoneThing, window: windowThing, desk: deskThing };

function itemThing(hall: Hall, code: string): Thing | undefined {
	const item = hall.setup.items.get(code);
	if (!item) return undefined;
	const body = lines([
		[MATERIALS, listed(hall.setup.materialsOf(item).map(({ name }) => name))],
		[FEE, item.fee],
		[
			DAYS,
			item.instant
				? AT_ONCE
				: { zh: `${String(item.promisedDays)}个工作日`, en: `${String(item.promisedDays)} working days` }
		],
		[WINDOWS, listed(hall.setup.windowsServing(item.queue).map((window) => nameOfWindow(hall, window)))],
		[PLACE, placeOf(hall, hall.setup.queues.get(item.queue)?.zone)],
		[NOTE, item.note],
		[BASIS, item.basis]
	]);
	const department = hall.setup.departments.get(item.department)?.name ?? null;
	return { kind: 'item', title: item.name, body, department, items: [{ code, name: item.name }] };
}

function departmentThing(hall: Hall, code: string): Thing | undefined {
	const department = hall.setup.departments.get(code);
	if (!department) return undefined;
	const items = hall.setup.file.items.filter((item) => item.department === code);
	const windows = new Set(items.flatMap((item) => hall.setup.windowsServing(item.queue)));
	const body = lines([
		[PHONE, same(department.phone)],
		[WINDOWS, listed([...windows].map((window) => nameOfWindow(hall, window)))],
		[ITEMS, listed(items.map((item) => item.name))]
	]);
	const named = items.map((item) => ({ code: item.code, name: item.name }));
	return { kind: 'department', title: department.name, body, department: department.name, items: named };
}

function zoneThing(hall: Hall, code: string): Thing | undefined {
	const zone = hall.setup.zones.get(code);
	if (!zone) return undefined;
	const queues = hall.setup.file.queues.filter((queue) => queue.zone === code).map((queue) => queue.name);
	return place('zone', zone.name, [
		[PLACE, zone.place],
		[SERVES, listed(queues)]
	]);
}

function windowThing(hall: Hall, code: string): Thing | undefined {
	const window = hall.setup.windows.get(code);
	if (!window) return undefined;
	return place('window', window.name, [
		[PLACE, placeOf(hall, window.zone)],
		[SERVES, listed(window.queues.flatMap(({ queue }) => hall.setup.queues.get(queue)?.name ?? []))]
	]);
}

function deskThing(hall: Hall, code: string): Thing | undefined {
	const desk = hall.setup.file.desks.find((one) => one.code === code);
	if (!desk) return undefined;
	return place('desk', desk.name, [
		[PLACE, placeOf(hall, desk.zone)],
		[PHONE, same(desk.phone)]
	]);
}

function place(kind: KnowledgeSort, title: Text, facts: Fact[]): Thing {
	return { kind, title, body: lines(facts), department: null, items: [] };
}

type Fact = [name: Text, value: Text | null];

const MATERIALS: Text = { zh: '材料', en: 'Papers' };
const FEE: Text = { zh: '费用', en: 'Fee' };
const DAYS: Text = { zh: '时限', en: 'Ready in' };
const AT_ONCE: Text = { zh: '当场办结', en: 'at once' };
const WINDOWS: Text = { zh: '窗口', en: 'Windows' };
const PLACE: Text = { zh: '位置', en: 'Where' };
const NOTE: Text = { zh: '说明', en: 'Note' };
const BASIS: Text = { zh: '依据', en: 'By' };
const PHONE: Text = { zh: '电话', en: 'Telephone' };
const ITEMS: Text = { zh: '事项', en: 'Items' };
const SERVES: Text = { zh: '办理', en: 'Serves' };

function lines(facts: readonly Fact[]): Text {
	const told = facts.flatMap(([name, value]) => (value === null || value.zh === '' ? [] : [{ name, value }]));
	return {
		zh: told.map(({ name, value }) => `${name.zh}：${value.zh}`).join('\n'),
		en: told.map(({ name, value }) => `${name.en}: ${value.en}`).join('\n')
	};
}

function listed(texts: readonly Text[]): Text {
	return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join('; ') };
}

function same(text: string | null): Text | null {
	return text === null ? null : { zh: text, en: text };
}

function nameOfWindow(hall: Hall, code: string): Text {
	return hall.setup.windows.get(code)?.name ?? { zh: code, en: code };
}

function placeOf(hall: Hall, zone: Entry.ZoneEntry['code'] | undefined): Text | null {
	const entry = hall.setup.zones.get(zone ?? '');
	return entry ? { zh: `${entry.name.zh}，${entry.place.zh}`, en: `${entry.name.en}, ${entry.place.en}` } : null;
}
