/** Draws a day from its file and a seed: who comes when, and everything that would be chance about them. Pure. */
import type { ParkKind } from '#db/schema.ts';
import { momentOf, type Stretch } from '../rules/day.ts';
import { Random } from '../rules/random.ts';
import { ORDINARY, type Post } from '../rules/whatif/visit.ts';
import type { Setup } from '../setup/hall.ts';
import type { Booked, DayFile, Group } from './day-file.ts';

/** One visitor as fate has it; times in ms. What the hall does about it is not decided here. */
export interface Visitor {
	nth: number;
	comes: number;
	/** the beginning of the slot it has booked; null: it just comes */
	slot: number | null;
	/** has booked, and never comes */
	away: boolean;
	item: string;
	queue: string;
	class: string;
	serviceMs: number;
	walkMs: number;
	/** not there at the first call; and, called again after coming back, neither */
	noShow: boolean;
	noShowAgain: boolean;
	/** comes back so long after having been missed; null: never */
	backAfterMs: number | null;
	patienceMs: number | null;
	/** cancels when out of patience, instead of just going */
	tells: boolean;
	/** the services of the items that follow by themselves, in their order */
	chainMs: number[];
	/** a service is ended too early and that is taken back */
	undo: boolean;
	/** until the desk has looked at a claim, and what it found */
	deskMs: number;
	claimShown: boolean;
	/** sent on to this queue after the service, for so long; null: not */
	onward: { queue: string; serviceMs: number } | null;
	/** the service is interrupted after this share of it, for so long; null: not */
	break: { share: number; ms: number; kind: ParkKind } | null;
}

const HALF_HOUR_MS = 30 * 60_000;
const MINUTE_MS = 60_000;

/** Everybody who comes on that day, in the order in which they come. The same file, hall and seed give the same people. */
export function drawVisitors(file: DayFile, setup: Setup, seed: number): Visitor[] {
	const coming = file.visitors.flatMap((group, i) => comings(group, file, setup, new Random(seed, -1 - i)));
	const walkIns = coming
		.toSorted((a, b) => a.comes - b.comes)
		.map(({ group, comes }, nth) => visitor({ file, setup, group }, { nth, comes, ...WALK_IN }, new Random(seed, nth)));
	const booked = file.appointments.flatMap((group, i) => bookings(group, { file, setup, seed, nth: BOOKED * (i + 1) }));
	return [...walkIns, ...booked].toSorted((a, b) => a.comes - b.comes || a.nth - b.nth);
}

const WALK_IN = { slot: null, away: false } as const;
/** Numbers and chances of those who have booked begin here, so that they change nobody else's. */
const BOOKED = 1_000_000;

/** Who has booked which slot, and when they come. */
function bookings(
	group: Booked,
	{ file, setup, seed, nth }: { file: DayFile; setup: Setup; seed: number; nth: number }
): Visitor[] {
	const item = setup.items.get(group.item);
	if (!item) return [];
	const open = openSpans(file, setup, item.queue);
	const slots = setup
		.slotsOn(item, file.day)
		.filter((slot) => open.some((one) => one.from <= slot.from && slot.until <= one.until));
	const places = slots.flatMap(({ from }) => Array.from({ length: item.appointments?.perSlot ?? 0 }, () => from));
	return places.flatMap((slot, i) => {
		const random = new Random(seed, nth + i);
		const [taken, away, late] = [random.chance(group.share), random.chance(group.absent), random.chance(group.late)];
		const off = random.exponential(MINUTE_MS * (late ? group.lateMinutes : group.earlyMinutes));
		const coming = { nth: nth + i, comes: ms(slot + (late ? off : -off)), slot, away };
		return taken ? [visitor({ file, setup, group }, coming, random)] : [];
	});
}

function comings(group: Group, file: DayFile, setup: Setup, random: Random): { group: Group; comes: number }[] {
	return group.arrivals.flatMap(({ from, perHalfHour }) => {
		const start = momentOf(file.day, from, setup.timeZone);
		return perHalfHour.flatMap((mean, slot) => {
			const begins = start + slot * HALF_HOUR_MS;
			const count = random.poisson(mean);
			return Array.from({ length: count }, () => ({ group, comes: begins + ms(random.next() * HALF_HOUR_MS) }));
		});
	});
}

interface Of {
	file: DayFile;
	setup: Setup;
	group: Pick<Group, 'item' | 'classes' | 'service'>;
}

function visitor(
	{ file, setup, group }: Of,
	coming: Pick<Visitor, 'nth' | 'comes' | 'slot' | 'away'>,
	random: Random
): Visitor {
	const { behaviour: how } = file;
	const queue = setup.items.get(group.item)?.queue ?? '';
	const service = group.service ?? plannedService(setup, queue);
	const length = (mean: number, cv: number): number => ms(random.logNormal(mean, cv) * MINUTE_MS);
	// Everything is drawn whether it comes to pass or not, so that one share changed leaves the rest of the day as it was.
	const drawn = {
		class: classOf(group, random),
		serviceMs: length(service.minutes, service.cv),
		walkMs: ms(random.exponential(how.walkSeconds * 1000)),
		noShow: random.chance(how.noShow),
		noShowAgain: random.chance(how.noShow),
		tells: random.chance(how.tells),
		undo: random.chance(how.undo),
		deskMs: ms(random.exponential(how.deskMinutes * MINUTE_MS)),
		claimShown: !random.chance(how.claimRefused)
	};
	const [back, backMs] = [random.chance(how.comeBack), ms(random.exponential(how.comeBackMinutes * MINUTE_MS))];
	const patience = ms(random.exponential((how.patienceMinutes ?? 1) * MINUTE_MS));
	const onward = onwardOf(setup, queue, random);
	const chainMs = chainOf(setup, group).map((planned) => length(planned, service.cv));
	const [moves, parks] = [random.chance(how.transfer), random.chance(how.park)];
	return {
		...{ ...coming, item: group.item, queue },
		...drawn,
		chainMs,
		backAfterMs: back ? backMs : null,
		patienceMs: how.patienceMinutes === null ? null : patience,
		onward: moves ? onward : null,
		break: parks ? breakOf(how.parkMinutes, random) : null
	};
}

function plannedService(setup: Setup, queue: string): { minutes: number; cv: number } {
	return { minutes: setup.queues.get(queue)?.plannedMinutes ?? 0, cv: 0.8 };
}

/** Planned minutes of the items that follow by themselves. */
function chainOf(setup: Setup, { item }: Of['group']): number[] {
	const chain = setup.items.get(item)?.chain ?? [];
	return chain.map((next) => plannedService(setup, setup.items.get(next)?.queue ?? '').minutes);
}

function ms(exact: number): number {
	return Math.max(1, Math.round(exact));
}

function classOf(group: Of['group'], random: Random): string {
	let left = random.next();
	for (const one of group.classes) {
		left -= one.share;
		if (left < 0) return one.class;
	}
	return ORDINARY;
}

/** Another queue of the same zone that a window serves. */
function onwardOf(setup: Setup, from: string, random: Random): Visitor['onward'] {
	const zone = setup.queues.get(from)?.zone;
	const others = setup.file.queues.filter((one) => one.zone === zone && one.code !== from);
	const at = random.next();
	const queue = others[Math.floor(at * others.length)];
	return queue ? { queue: queue.code, serviceMs: ms(random.logNormal(queue.plannedMinutes, 0.8) * MINUTE_MS) } : null;
}

const KINDS: readonly ParkKind[] = ['papers-missing', 'papers-kept', 'other-step'];

function breakOf(meanMinutes: number, random: Random): Visitor['break'] {
	const kind = random.pick(KINDS);
	return { share: random.next(), ms: ms(random.exponential(meanMinutes * MINUTE_MS)), kind };
}

/** The windows of the day and when they are open: the hall's own hours, or the day's. Breaks are not taken out. */
export function postsOf(file: DayFile, setup: Setup): Post[] {
	const closed = new Set(file.windows.closed);
	return setup.file.windows
		.filter((window) => !closed.has(window.code))
		.map(({ code, queues }, i) => ({
			code,
			queues: new Map(queues.map((one) => [one.queue, one.headStartMinutes])),
			// No two windows open in the same millisecond, so that a replay need not guess who was first.
			spans: openSpans(file, setup, queues[0]?.queue ?? '').map((span) => ({ ...span, from: span.from + i }))
		}));
}

function openSpans(file: DayFile, setup: Setup, queue: string): Stretch[] {
	const spans = file.windows.hours ?? setup.queueHoursOn(queue, file.day);
	return spans.map(({ from, to }) => ({
		from: momentOf(file.day, from, setup.timeZone),
		until: momentOf(file.day, to, setup.timeZone)
	}));
}
