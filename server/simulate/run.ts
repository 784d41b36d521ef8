import { slipsBetween, linesOfDay, ticketsOfDay } from '#db/history.ts';
import type { SlipRow, TicketRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { missLapsed } from '../appointments/missed.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays, momentOf } from '../rules/day.ts';
import { recordedDay, type RecordedDay } from '../rules/whatif/recorded.ts';
import type { Post } from '../rules/whatif/visit.ts';
import { keepDay } from '../run/day.ts';
import { keepRecalling } from '../run/recalls.ts';
import { clerksFor, isOpenOn } from '../setup/places.ts';
import type { Setup } from '../setup/hall.ts';
import { endDay } from '../day/end.ts';
import { closeAllWindows } from '../windows/state.ts';
import { Clerk, type ClerkPlan } from './clerk.ts';
import { Crowd } from './crowd.ts';
import type { DayFile } from '../rush/day-file.ts';
import { drawVisitors, postsOf } from '../rush/draw.ts';
import { Floor } from './floor.ts';
import { SimulatedPrinters } from './printers.ts';
import { Screens } from './screens.ts';
import type { Stage } from './stage.ts';

/** Everything that a simulated day left behind, read back from the tables. */
export interface DayRun {
	day: string;
	seed: number;
	/** who came; those without a number included */
	visitors: number;
	/** why no number was given, and how often */
	refused: ReadonlyMap<string, number>;
	/** windows of the day that nobody could be found for */
	unstaffed: string[];
	posts: Post[];
	recorded: RecordedDay;
	tickets: TicketRow[];
	slips: SlipRow[];
	papers: number;
}

const MINUTE_MS = 60_000;
/** After the last clerk has gone the day is ended by hand. */
const EVENING_MS = 30 * MINUTE_MS;

/** When the clock of a day must start: before anybody comes, and before any window opens. */
export function startOf(file: DayFile, setup: Setup): number {
	const arrivals = file.visitors.flatMap((group) =>
		group.arrivals.map((one) => momentOf(file.day, one.from, setup.timeZone))
	);
	const opening = postsOf(file, setup).flatMap((post) => post.spans.map((span) => span.from));
	return Math.min(...arrivals, ...opening) - EVENING_MS;
}

/** Plays a whole day on an open, empty hall: every visitor, every clerk, every slip, and the end of the day. */
export async function runDay(
	hall: Hall,
	stage: Stage,
	{ file, seed }: { file: DayFile; seed: number }
): Promise<DayRun> {
	const { setup } = hall;
	const posts = postsOf(file, setup);
	const floor = new Floor(stage, posts);
	const crowd = new Crowd(hall, { stage, floor, seed });
	const visitors = drawVisitors(file, setup, seed);
	const { plans, unstaffed } = clerkPlans(file, setup, posts);
	await stage.during(() => keepDay(hall));
	const printers = new SimulatedPrinters(hall, stage);
	crowd.onIssued = () => printers.wake();
	printers.plan(file, stage, setup.timeZone);
	await stage.during(() => crowd.expect(visitors));
	const place = { hall, stage, floor, crowd, printers, screens: new Screens(hall, stage) };
	const onTrouble = (error: unknown): void => stage.fail(error);
	const stopRecalling = setup.policies.noShow.automatic ? keepRecalling(hall, onTrouble) : undefined;
	const stopMissing = stage.clock.every(MINUTE_MS, () => void stage.during(() => missLapsed(hall)).catch(onTrouble));
	let over = false;
	stage.go(async () => {
		await stage.together(plans.map((plan) => () => new Clerk(place, plan).work()));
		await stage.sleep(EVENING_MS);
		await endDay(hall, SYSTEM, file.day);
		await closeAllWindows(hall, SYSTEM);
		over = true;
	});
	await stage.run(() => over);
	stopRecalling?.();
	stopMissing();
	const rows = await readBack(hall, file.day);
	const papers = printers.papers();
	await stage.during(() => printers.close());
	return { day: file.day, seed, visitors: visitors.length, refused: crowd.refused, unstaffed, posts, ...rows, papers };
}

/** The next day after `day` on which the hall is open; undefined when there is none for two months. */
export function nextOpenDay(setup: Setup, day: string): string | undefined {
	return Array.from({ length: 62 }, (_, i) => addDays(day, i + 1)).find((one) => isOpenOn(setup, one));
}

async function readBack(hall: Hall, day: string): Promise<Pick<DayRun, 'recorded' | 'tickets' | 'slips'>> {
	const planned = new Map(hall.setup.file.queues.map((one) => [one.code, one.plannedMinutes]));
	const recorded = recordedDay(await linesOfDay(hall.read, hall.id, day), planned);
	const tickets = await ticketsOfDay(hall.read, hall.id, day);
	const range = { from: tickets[0]?.id ?? 0, to: tickets.at(-1)?.id ?? 0 };
	return { recorded, tickets, slips: await slipsBetween(hall.read, hall.id, range) };
}

/** A clerk for each window, and nobody at two. */
function clerkPlans(file: DayFile, setup: Setup, posts: readonly Post[]): { plans: ClerkPlan[]; unstaffed: string[] } {
	const noonReason = setup.pauseReasons.has('lunch') ? 'lunch' : (setup.file.pauseReasons[0]?.code ?? '');
	const seated = new Set<string>();
	const plans: ClerkPlan[] = [];
	const unstaffed: string[] = [];
	for (const { code: window, spans } of posts) {
		const clerk = clerksFor(setup, window).find((one) => !seated.has(one.no));
		if (!clerk) {
			unstaffed.push(window);
			continue;
		}
		seated.add(clerk.no);
		const overtimeMs = file.behaviour.overtimeMinutes * MINUTE_MS;
		plans.push({ window, staff: clerk.no, spans, ...awayFrom(window, file, setup.timeZone), overtimeMs, noonReason });
	}
	return { plans, unstaffed };
}

/** When nobody sits at a window that is open. */
function awayFrom(window: string, file: DayFile, timeZone: string): Pick<ClerkPlan, 'breaks' | 'absences'> {
	const at = (minute: number): number => momentOf(file.day, minute, timeZone);
	const breaks = file.breaks
		.filter((one) => one.windows.includes(window))
		.map((one) => ({ at: at(one.at), ms: one.minutes * MINUTE_MS, reason: one.reason }));
	const absences = file.clerksGone
		.filter((one) => one.window === window)
		.map((one) => ({ at: at(one.at), foundAfterMs: one.foundAfterMinutes * MINUTE_MS, ms: one.minutes * MINUTE_MS }));
	return {
		breaks: breaks.toSorted((a, b) => a.at - b.at),
		absences: absences.toSorted((a, b) => a.at - b.at)
	};
}
