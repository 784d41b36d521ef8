import { linesOfDay } from '#db/history.ts';
import type { Hall } from '../hall.ts';
import { rebound, windowsInAll, withHeadStarts, withHours, withWindows } from '../rules/whatif/changes.ts';
import { overtakesOf, quantile, usesOf, waitsByClass, type Spread } from '../rules/whatif/measure.ts';
import { play } from '../rules/whatif/play.ts';
import { recordedDay, type RecordedDay } from '../rules/whatif/recorded.ts';
import type { Post, Visit, Waited } from '../rules/whatif/visit.ts';
import { AS_IT_WAS, BadQuestion, type Question } from './question.ts';
import { minutesText, percent, table } from './table.ts';

/** A recorded day, and its windows as they were open. */
export interface KnownDay {
	recorded: RecordedDay;
	posts: Post[];
	returnBehind: number;
}

/** A day as it went, or would have gone. */
export interface Went {
	waited: Waited[];
	visits: readonly Visit[];
	posts: readonly Post[];
	end: number;
}

/** Reads a day from the hall's ledger; the windows' queues are those of the hall file in force. */
export async function readRecorded(hall: Hall, day: string): Promise<KnownDay> {
	const planned = new Map(hall.setup.file.queues.map((one) => [one.code, one.plannedMinutes]));
	const recorded = recordedDay(await linesOfDay(hall.read, hall.id, day), planned);
	const posts = [...recorded.spans].map(([code, spans]) => ({
		code,
		spans,
		queues: new Map(hall.setup.queuesOf(code).map((one) => [one.queue, one.headStartMinutes]))
	}));
	const order = new Map(hall.setup.file.windows.map((one, i) => [one.code, i]));
	const sorted = posts.toSorted((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
	return { recorded, posts: sorted, returnBehind: hall.setup.policies.noShow.returnBehind };
}

/** Plays the day again with what is asked. Throws BadQuestion for a window that was not open. */
export function playAgain({ recorded, posts, returnBehind }: KnownDay, question: Question): Went {
	const changed = changedPosts(recorded, posts, question);
	const visits = rebound(withHeadStarts(recorded.visits, question.headStarts), changed);
	const waited = play(visits, changed, { discipline: question.rule(), returnBehind });
	const end = waited.reduce((last, one) => Math.max(last, one.freeAt ?? 0), recorded.end);
	return { waited, visits, posts: changed, end };
}

function changedPosts(recorded: RecordedDay, posts: readonly Post[], question: Question): Post[] {
	const services = new Map<string, number>();
	for (const { window } of recorded.waited) if (window !== null) services.set(window, (services.get(window) ?? 0) + 1);
	const { windows, hours } = question;
	const changes = typeof windows === 'number' ? windowsInAll(posts, windows, services) : (windows ?? []);
	const unknown = changes.find((one) => !posts.some((post) => post.code === one.window));
	if (unknown) throw new BadQuestion(`window ${unknown.window} was not open on that day`);
	const some = withWindows(posts, changes);
	return hours ? withHours(some, hours) : some;
}

/** The day as it was recorded, replayed as it was, and as asked, side by side. Times in minutes. */
export function whatIfReport(day: KnownDay, question: Question): string[] {
	const { recorded, posts } = day;
	const columns: Went[] = [
		{ waited: recorded.waited, visits: recorded.visits, posts, end: recorded.end },
		playAgain(day, AS_IT_WAS),
		playAgain(day, question)
	];
	const waits = columns.map((went) => waitsByClass(went.waited));
	const names = [...new Set(waits.flatMap((one) => [...one.keys()]))];
	const figures: [string, (spread: Spread) => string][] = [
		['mean', (spread) => minutesText(spread.mean)],
		['P90', (spread) => minutesText(spread.p90)],
		['max', (spread) => minutesText(spread.max)]
	];
	const rows = names.flatMap((name) =>
		figures.map(([figure, say]) => {
			const cells = waits.map((one) => one.get(name)).map((spread) => (spread ? say(spread) : ''));
			return [`${name} ${figure}`, ...cells];
		})
	);
	const others = columns.map(otherFigures);
	const labels = Object.keys(others[0] ?? {});
	return table(
		['minutes', 'recorded', 'replayed', 'what if'],
		[...rows, ...labels.map((label) => [label, ...others.map((one) => one[label] ?? '')])]
	);
}

function otherFigures({ waited, visits, posts, end }: Went): Record<string, string> {
	const { perOrdinary, latest } = overtakesOf(waited, posts);
	const sorted = perOrdinary.toSorted((a, b) => a - b);
	const uses = [...usesOf(waited, posts, end).values()];
	const sum = (of: (use: (typeof uses)[number]) => number): number => uses.reduce((total, use) => total + of(use), 0);
	const called = new Set(waited.filter((one) => one.calledAt !== null).map((one) => one.number));
	return {
		'overtakes mean': (sorted.reduce((total, one) => total + one, 0) / Math.max(1, sorted.length)).toFixed(2),
		'overtakes P90': String(quantile(sorted, 0.9)),
		'overtakes max': String(sorted.at(-1) ?? 0),
		'overtaker came later, max': minutesText(latest),
		'never called': String(visits.length - called.size),
		'windows used': percent(
			sum((use) => use.busy) /
				Math.max(
					1,
					sum((use) => use.open)
				)
		)
	};
}
