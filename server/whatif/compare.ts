/** Drawn days under several orders of calling, in memory: what each order does to whom. */
import { accumulating, firstCome, headStart, ratio, strict, type Discipline } from '../rules/whatif/disciplines.ts';
import { firstWaits, overtakesOf, spreadOf, type Spread } from '../rules/whatif/measure.ts';
import { play } from '../rules/whatif/play.ts';
import { ORDINARY, type Stay, type Visit } from '../rules/whatif/visit.ts';
import type { Setup } from '../setup/hall.ts';
import { minutesText, table } from './table.ts';
import type { DayFile } from '../rush/day-file.ts';
import { drawVisitors, postsOf, type Visitor } from '../rush/draw.ts';

/** An order of calling with the head start of every class, minutes. */
interface Order {
	name: string;
	make: () => Discipline;
	headStartMinutes: number;
}

const ORDERS: readonly Order[] = [
	{ name: 'first come, first served', make: firstCome, headStartMinutes: 0 },
	{ name: 'strict priority', make: strict, headStartMinutes: 0 },
	{ name: 'ratio 2 priority : 1', make: () => ratio(2, 1), headStartMinutes: 0 },
	{ name: 'ratio 1 : 1', make: () => ratio(1, 1), headStartMinutes: 0 },
	{ name: 'accumulating, rate 3', make: () => accumulating(3), headStartMinutes: 0 },
	{ name: 'accumulating, rate 6', make: () => accumulating(6), headStartMinutes: 0 },
	{ name: 'head start 15 min', make: headStart, headStartMinutes: 15 },
	{ name: 'head start 25 min', make: headStart, headStartMinutes: 25 },
	{ name: 'head start 30 min', make: headStart, headStartMinutes: 30 }
];

export interface Compared {
	name: string;
	priority: Spread;
	ordinary: Spread;
	/** ms by which an overtaker came later than the ordinary ticket it passed, at most */
	latest: number;
	/** most overtakes of one ordinary ticket */
	most: number;
}

/** Plays `days` drawn days, of seeds 1, 2, …, under every order. Visitors and services are the same under each. */
export function compareOrders(file: DayFile, setup: Setup, days: number): Compared[] {
	const drawn = Array.from({ length: days }, (_, i) => drawVisitors(file, setup, i + 1));
	return ORDERS.map((order) => compared(order, { file, setup, drawn }));
}

interface Drawn {
	file: DayFile;
	setup: Setup;
	drawn: readonly (readonly Visitor[])[];
}

function compared(order: Order, { file, setup, drawn }: Drawn): Compared {
	const posts = withOvertime(file, setup);
	const { returnBehind } = setup.policies.noShow;
	const [priority, ordinary]: [number[], number[]] = [[], []];
	let [latest, most] = [0, 0];
	for (const visitors of drawn) {
		const visits = visitors.filter((one) => !one.away).map((one) => visitOf(one, setup, order.headStartMinutes));
		const waited = play(visits, posts, { discipline: order.make(), returnBehind });
		for (const one of firstWaits(waited)) (one.class === ORDINARY ? ordinary : priority).push(one.wait);
		const overtakes = overtakesOf(waited, posts);
		latest = Math.max(latest, overtakes.latest);
		most = overtakes.perOrdinary.reduce((a, b) => Math.max(a, b), most);
	}
	return { name: order.name, priority: spreadOf(priority), ordinary: spreadOf(ordinary), latest, most };
}

function withOvertime(file: DayFile, setup: Setup): ReturnType<typeof postsOf> {
	const more = file.behaviour.overtimeMinutes * 60_000;
	return postsOf(file, setup).map((post) => ({
		...post,
		spans: post.spans.map((span, i) => (i === post.spans.length - 1 ? { ...span, until: span.until + more } : span))
	}));
}

/**
 * A drawn visitor as a visit to play. Simpler than the day of the real verbs in two ways: whoever runs out of patience is
 * gone from the order, and who steps aside comes back by the order.
 */
function visitOf(visitor: Visitor, setup: Setup, headStartMinutes: number): Visit {
	const { patienceMs, comes, slot, class: of } = visitor;
	const kept = slot === null ? 0 : setup.policies.appointments.headStartMinutes;
	const head = Math.max(of === ORDINARY ? 0 : headStartMinutes, kept);
	const order = { class: of, headStartMs: head * 60_000 };
	const stays = staysOf(visitor, setup).map((stay, i) => ({
		...{ ...stay, ...order, id: visitor.nth * 10 + i, window: null, extraMs: 0, moves: [] },
		patienceMs: i === 0 ? patienceMs : null
	}));
	return { number: String(visitor.nth + 1), comes, since: Math.max(comes, slot ?? comes), stays };
}

type Part = Pick<Stay, 'queue' | 'after' | 'holdMs' | 'place'>;

function staysOf(visitor: Visitor, setup: Setup): Part[] {
	const { queue, noShow, noShowAgain, backAfterMs } = visitor;
	if (!noShow) return servedOf(visitor, { after: 0, place: 'first' });
	const { recalls, everySeconds } = setup.policies.noShow;
	const inVain: Part = { queue, after: 0, holdMs: recalls * everySeconds * 1000, place: 'first' };
	if (backAfterMs === null) return [inVain];
	const again = { after: backAfterMs, place: 'behind' } as const;
	return noShowAgain ? [inVain, { ...inVain, ...again }] : [inVain, ...servedOf(visitor, again)];
}

/** From the call to which somebody comes: the service, in two parts if it is interrupted, and what follows elsewhere. */
function servedOf(visitor: Visitor, begin: Pick<Part, 'after' | 'place'>): Part[] {
	const { queue, walkMs, serviceMs, break: pause, onward } = visitor;
	const first = pause ? Math.round(serviceMs * pause.share) : serviceMs;
	const parts: Part[] = [{ queue, ...begin, holdMs: walkMs + first }];
	if (pause) parts.push({ queue, after: pause.ms, holdMs: walkMs + serviceMs - first, place: 'first' });
	if (onward) parts.push({ queue: onward.queue, after: 0, holdMs: walkMs + onward.serviceMs, place: 'first' });
	return parts;
}

/** The comparison as lines of text; waits in minutes. */
export function compareReport(found: readonly Compared[]): string[] {
	const rows = found.map(({ name, priority, ordinary, latest, most }) => [
		name,
		...[priority.mean, priority.p90, priority.p99, ordinary.mean, ordinary.p90, ordinary.p99].map(minutesText),
		minutesText(latest),
		String(most)
	]);
	const head = ['order', 'prio mean', 'P90', 'P99', 'ord. mean', 'P90', 'P99', 'overtaker later, max', 'overtakes max'];
	return table(head, rows);
}
