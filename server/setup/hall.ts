/** The hall as the rest of the server asks about it: the hall file by code, with times and references worked out. */
import {
	addDays,
	dayOf,
	issuingSpans,
	spansOn,
	stretchesOf,
	stretchOf,
	type Calendar,
	type Span,
	type Stretch,
	type Weekday
} from '#server/rules/day.ts';
import { langsOf, type Lang } from '#display/words/langs.ts';
import { DAYS_AHEAD, openingAt, opensAfter, type Opening } from '#server/rules/opening.ts';
import type { WorkCalendar } from '#server/rules/workdays.ts';
import { commonSpans, slotsOf } from '#server/rules/slots.ts';
import type { Material, PriorityClass } from '#server/views.ts';
import type * as Entry from './schema.ts';

const ALL_DAY: readonly Span[] = [{ from: 0, to: 1440 }];

/** Which window serves a queue, and with how many minutes of preference. */
export interface Served {
	queue: string;
	headStartMinutes: number;
}

/** One hall file, ready to be asked. Never changes; a newly applied file is a new Setup. */
export class Setup {
	readonly file: Entry.HallFile;
	/** when it was put into force, as its ledger line has it; 0 for one that never was */
	readonly appliedAt: number;
	readonly timeZone: string;
	/** what its pages for visitors offer */
	readonly langs: readonly Lang[];
	readonly policies: Entry.Policies;
	readonly zones: ReadonlyMap<string, Entry.ZoneEntry>;
	readonly queues: ReadonlyMap<string, Entry.QueueEntry>;
	readonly windows: ReadonlyMap<string, Entry.WindowEntry>;
	readonly items: ReadonlyMap<string, Entry.ItemEntry>;
	readonly classes: ReadonlyMap<string, Entry.ClassEntry>;
	readonly departments: ReadonlyMap<string, Entry.DepartmentEntry>;
	readonly staff: ReadonlyMap<string, Entry.StaffEntry>;
	readonly printers: ReadonlyMap<string, Entry.PrinterEntry>;
	readonly buses: ReadonlyMap<string, Entry.BusEntry>;
	readonly boards: ReadonlyMap<string, Entry.BoardEntry>;
	readonly kiosks: ReadonlyMap<string, Entry.KioskEntry>;
	readonly screens: ReadonlyMap<string, Entry.ScreenEntry>;
	/** the days that limits in working days count */
	readonly workCalendar: WorkCalendar;
	readonly pauseReasons: ReadonlyMap<string, Entry.PauseReasonEntry>;
	readonly goods: ReadonlyMap<string, Entry.GoodEntry>;
	readonly freeServices: ReadonlyMap<string, Entry.FreeServiceEntry>;
	readonly #materials: ReadonlyMap<string, Entry.MaterialEntry>;
	readonly #serving: ReadonlyMap<string, string[]>;
	readonly #calendars: ReadonlyMap<string, Calendar>;
	readonly #stretches = new Map<string, Stretch[]>();
	#today: { day: string; stretch: Stretch } = { day: '', stretch: { from: 0, until: 0 } };

	constructor(file: Entry.HallFile, appliedAt = 0) {
		this.file = file;
		this.appliedAt = appliedAt;
		this.timeZone = file.hall.timeZone;
		this.langs = langsOf(file.hall.languages);
		this.policies = file.policies;
		this.zones = byCode(file.zones);
		this.queues = byCode(file.queues);
		this.windows = byCode(file.windows);
		this.items = byCode(file.items);
		this.classes = byCode(file.classes);
		this.departments = byCode(file.departments);
		this.staff = new Map(file.staff.map((one) => [one.no, one]));
		this.printers = byCode(file.devices.printers);
		this.buses = byCode(file.devices.buses);
		this.boards = byCode(file.devices.boards);
		this.kiosks = byCode(file.devices.kiosks);
		this.screens = byCode(file.devices.screens);
		this.pauseReasons = byCode(file.pauseReasons);
		this.goods = byCode(file.goods);
		this.freeServices = byCode(file.freeServices);
		this.#materials = byCode(file.materials);
		this.#serving = servingWindows(file);
		this.#calendars = calendars(file);
		this.workCalendar = workCalendar(file);
	}

	/** The queues of a window; none for a window that is not in the file. */
	queuesOf(window: string): readonly Served[] {
		return this.windows.get(window)?.queues ?? [];
	}

	/** The codes of the windows that serve a queue, in the order of the file. */
	windowsServing(queue: string): readonly string[] {
		return this.#serving.get(queue) ?? [];
	}

	/** Items of a zone: those whose queue stands there, in the order of the file. */
	itemsIn(zone: string): Entry.ItemEntry[] {
		return this.file.items.filter((item) => this.queues.get(item.queue)?.zone === zone);
	}

	/** What an item asks for, each with its name whether its own or from the list of materials. */
	materialsOf(item: Entry.ItemEntry): Material[] {
		return item.materials.map(({ material, name, kind, copies, required, note }) => {
			const words = name ?? this.#materials.get(material ?? '')?.name;
			if (!words) throw new Error(`item ${item.code} asks for an unknown material`);
			return { name: words, kind, copies, required, note };
		});
	}

	/** Priority classes as pages draw them. */
	priorityClasses(): PriorityClass[] {
		return this.file.classes.map(({ code, name, policy }) => ({ code, name, policy }));
	}

	/** By how many minutes a class goes before; 0 for ordinary tickets and classes that are no more. */
	headStartMinutes(priorityClass: string): number {
		const known = this.classes.get(priorityClass);
		return known ? (known.headStartMinutes ?? this.policies.headStartMinutes) : 0;
	}

	/** How many numbers a queue gives on one day. */
	cap(queue: string): number {
		return this.queues.get(queue)?.cap ?? this.policies.ticketsPerQueueAndDay;
	}

	/** The service day of a moment. */
	day(now: number): string {
		const { from, until } = this.#today.stretch;
		if (now < from || now >= until) {
			const day = dayOf(now, this.timeZone);
			this.#today = { day, stretch: stretchOf(day, this.timeZone) };
		}
		return this.#today.day;
	}

	/** When a queue is served on a day; empty when closed. */
	queueHoursOn(queue: string, day: string): readonly Span[] {
		const calendar = this.#calendars.get(queue);
		return calendar ? spansOn(calendar, day) : [];
	}

	/** The moments at which a queue is served on a day; the whole day in a hall that is always open. */
	servedOn(queue: string, day: string): Stretch[] {
		return this.#known(`served ${queue} ${day}`, () => stretchesOf(this.#openOn(queue, day), day, this.timeZone));
	}

	/** The slots of an item on a day, early first; none when it cannot be booked or is closed then. */
	slotsOn(item: Entry.ItemEntry, day: string): Stretch[] {
		if (item.appointments === null) return [];
		const { slotMinutes, times } = item.appointments;
		return this.#known(`slots ${item.code} ${day}`, () => {
			const spans = commonSpans(this.#openOn(item.queue, day), times ?? ALL_DAY);
			return slotsOf(stretchesOf(spans, day, this.timeZone), slotMinutes);
		});
	}

	#openOn(queue: string, day: string): readonly Span[] {
		return this.policies.demo === 'always-open' ? ALL_DAY : this.queueHoursOn(queue, day);
	}

	/** Whether a queue gives numbers now. */
	queueOpenAt(queue: string, now: number): boolean {
		if (!this.queues.has(queue)) return false;
		if (this.policies.demo === 'always-open') return true;
		return this.issuingOn(queue, this.day(now)).some(({ from, until }) => from <= now && now < until);
	}

	/** Whether a number for an item can be taken now. */
	itemOpenAt(item: string, now: number): boolean {
		return this.queueOpenAt(this.items.get(item)?.queue ?? '', now);
	}

	/** The next moment at which a queue gives numbers, now included; null when there is none in sight. */
	nextOpening(queue: string, now: number): number | null {
		return this.queueOpenAt(queue, now) ? now : (this.opensAfter(queue, now)?.at ?? null);
	}

	/** The first time after a moment at which a queue begins to give numbers; null when there is none in sight. */
	opensAfter(queue: string, after: number): Opening | null {
		const next = opensAfter(this.day(after), after, (day) => this.issuingOn(queue, day));
		return next && openingAt(next.from, this.timeZone);
	}

	/** The moments of a day at which a queue gives numbers, whatever the demonstration says. */
	issuingOn(queue: string, day: string): Stretch[] {
		return this.#known(`issuing ${queue} ${day}`, () => {
			const spans = issuingSpans(this.queueHoursOn(queue, day), this.policies.issuing);
			return stretchesOf(spans, day, this.timeZone);
		});
	}

	/** Times of a day are worked out once: the wall clock of a time zone is slow to ask. */
	#known(key: string, workOut: () => Stretch[]): Stretch[] {
		const known = this.#stretches.get(key);
		if (known) return known;
		const stretches = workOut();
		// A server that runs for years meets many days; only those around today are asked for.
		if (this.#stretches.size > (this.queues.size + this.items.size) * 3 * DAYS_AHEAD) this.#stretches.clear();
		this.#stretches.set(key, stretches);
		return stretches;
	}
}

function byCode<T extends { code: string }>(entries: readonly T[]): Map<string, T> {
	return new Map(entries.map((entry) => [entry.code, entry]));
}

function servingWindows(file: Entry.HallFile): Map<string, string[]> {
	const serving = new Map<string, string[]>();
	for (const window of file.windows) {
		for (const { queue } of window.queues) serving.set(queue, [...(serving.get(queue) ?? []), window.code]);
	}
	return serving;
}

/** One calendar per queue: its own hours or the hall's, the same holidays and make-up days for all. */
function calendars(file: Entry.HallFile): Map<string, Calendar> {
	const holidays = holidaysOf(file);
	const workdays = new Map<string, Weekday>(file.workdays.map((one) => [one.date, one.as]));
	return new Map(file.queues.map((queue) => [queue.code, { week: queue.hours ?? file.hours, holidays, workdays }]));
}

function workCalendar(file: Entry.HallFile): WorkCalendar {
	return {
		timeZone: file.hall.timeZone,
		week: new Set(file.policies.cases.workweek),
		holidays: holidaysOf(file),
		makeUps: new Set(file.workdays.map((one) => one.date))
	};
}

function holidaysOf(file: Entry.HallFile): Set<string> {
	return new Set(file.holidays.flatMap(({ date, until }) => daysFrom(date, until ?? date)));
}

function daysFrom(first: string, last: string): string[] {
	const days: string[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}
