import type { TicketRow } from '#db/schema.ts';
import { firstWaits, overtakesOf, quantile, usesOf, waitsByClass } from '../rules/whatif/measure.ts';
import type { Post } from '../rules/whatif/visit.ts';
import { minutesText, percent, table } from '../whatif/table.ts';
import type { DayRun } from './run.ts';

/** Everything a simulated day is judged by, as lines of text. Times in minutes. */
export function dayReport(run: DayRun): string[] {
	return [
		`${run.day}, seed ${run.seed}: ${run.visitors} visitors, ${run.tickets.length} numbers`,
		...[...run.refused].map(([refusal, count]) => `  no number, ${refusal}: ${count}`),
		...run.unstaffed.map((window) => `  window ${window} stayed shut: no clerk is left for it in the hall file`),
		'',
		'waiting, minutes to the first call',
		...waitLines(run),
		'',
		...fairnessLines(run),
		'',
		...windowLines(run),
		'',
		...balanceLines(run.tickets),
		'',
		...toldLines(run),
		'',
		...slipLines(run)
	];
}

function waitLines({ recorded }: DayRun): string[] {
	const rows = [...waitsByClass(recorded.waited)].map(([name, spread]) => {
		const times = [spread.mean, spread.p50, spread.p90, spread.p99, spread.max].map(minutesText);
		return [`  ${name}`, String(spread.count), ...times];
	});
	return table(['  class', 'called', 'mean', 'P50', 'P90', 'P99', 'max'], rows);
}

function fairnessLines({ recorded, posts }: DayRun): string[] {
	const { perOrdinary, latest, breaches, calls } = overtakesOf(recorded.waited, posts);
	const total = perOrdinary.reduce((sum, one) => sum + one, 0);
	const sorted = perOrdinary.toSorted((a, b) => a - b);
	const often = perOrdinary.filter((one) => one > 3).length / Math.max(1, perOrdinary.length);
	const longest = Math.max(0, ...recorded.waited.map((one) => one.headStartMs));
	return [
		`overtaken by priority, per ordinary ticket: mean ${(total / Math.max(1, perOrdinary.length)).toFixed(2)}, ` +
			`P90 ${quantile(sorted, 0.9)}, max ${sorted.at(-1) ?? 0}; more than 3 times ${percent(often)}`,
		`the latest to go before an ordinary number came ${minutesText(latest)} min after it; ` +
			`the longest head start is ${minutesText(longest)} min`,
		`calls checked against everybody who waited for that window: ${calls}; against the bound: ${breaches.length}`,
		...breaches.map((one) => `  ${one}`)
	];
}

/** When each window was really open that day, breaks taken out. */
export function openPosts({ recorded, posts }: Pick<DayRun, 'recorded' | 'posts'>): Post[] {
	return posts.map((post) => ({ ...post, spans: recorded.spans.get(post.code) ?? [] }));
}

function windowLines(run: DayRun): string[] {
	const uses = usesOf(run.recorded.waited, openPosts(run), run.recorded.end);
	const rows = [...uses].map(([code, { open, busy, idleWhileWaiting }]) => [
		`  ${code}`,
		minutesText(open),
		percent(open === 0 ? 0 : busy / open),
		minutesText(idleWhileWaiting)
	]);
	const idle = [...uses.values()].reduce((sum, one) => sum + one.idleWhileWaiting, 0);
	return [
		`minutes in which a window stood idle while somebody waited for it: ${minutesText(idle)}`,
		...table(['  window', 'open', 'used', 'idle while waiting'], rows)
	];
}

const FATES = ['ended', 'cancelled', 'missed', 'expired', 'void'] as const;

/** issued = ended + cancelled + missed + expired + void, by queue; differences by ticket. */
function balanceLines(tickets: readonly TicketRow[]): string[] {
	const queues = [...new Set(tickets.map((one) => one.queue))].toSorted();
	const rows = queues.map((queue) => {
		const own = tickets.filter((one) => one.queue === queue);
		const fates = FATES.map((fate) => own.filter((one) => one.state === fate).length);
		const left = own.length - fates.reduce((sum, one) => sum + one, 0);
		return [`  ${queue}`, String(own.length), ...fates.map(String), String(left)];
	});
	const open = tickets.filter((one) => one.state === 'live').map((one) => `  still open: ${one.number}`);
	return ['balance', ...table(['  queue', 'issued', ...FATES, 'difference'], rows), ...open];
}

/** What visitors were told when they took their numbers, and what came true. */
function toldLines({ recorded, tickets }: DayRun): string[] {
	const waits = new Map(firstWaits(recorded.waited).map((one) => [one.number, one.wait / 60_000]));
	const pairs = tickets.flatMap(({ number, told }) => {
		const real = waits.get(number);
		if (told === null || real === undefined) return [];
		const { from, to } = JSON.parse(told) as { from: number; to: number };
		return [{ from, to, real }];
	});
	if (pairs.length === 0) return ['nobody was told how long it takes'];
	const share = (is: (one: (typeof pairs)[number]) => boolean): string =>
		percent(pairs.filter(is).length / pairs.length);
	const error = pairs.reduce((sum, { from, to, real }) => sum + Math.abs(real - (from + to) / 2), 0) / pairs.length;
	return [
		`told and true, ${pairs.length} visitors: not longer than told ${share((one) => one.real <= one.to)}, ` +
			`within the range ${share((one) => one.from <= one.real && one.real <= one.to)}, ` +
			`shorter ${share((one) => one.real < one.from)}; middle of the range wrong by ${error.toFixed(1)} min on average`
	];
}

function slipLines({ slips, papers }: DayRun): string[] {
	const fates = new Map<string, number>();
	for (const { state, reason } of slips) {
		const fate = reason === null ? state : `${state} (${reason})`;
		fates.set(fate, (fates.get(fate) ?? 0) + 1);
	}
	const list = [...fates].toSorted(([a], [b]) => a.localeCompare(b)).map(([fate, count]) => `${fate} ${count}`);
	return [`slips: ${list.join(', ') || 'none'}; pieces of paper: ${papers}`];
}
