import { CannotOpen } from '../run/open.ts';
import { betaFor, erlangA, erlangC, offered, squareRootWindows, waitQuantile } from '../rules/staffing/erlang.ts';
import { adviceLines, staffingAdvice } from '../staffing/advice.ts';
import { percent } from '../whatif/table.ts';
import { Misused, type Command, type Input } from './command.ts';
import { withHall } from './with-hall.ts';

const erlang: Command = {
	name: 'erlang',
	usage: '--arrivals 45 --minutes 8 --windows 7 [--patience 40]',
	summary:
		'Waiting with so many visitors an hour, minutes a service and windows: Erlang C, with a mean patience Erlang A',
	options: {
		arrivals: { type: 'string' },
		minutes: { type: 'string' },
		windows: { type: 'string' },
		patience: { type: 'string' }
	},
	words: [0, 0],
	run(input) {
		const load = {
			arrivals: figure(input, 'arrivals', { above: 0, most: 100_000 }),
			minutes: figure(input, 'minutes', { above: 0, most: 1440 }),
			windows: figure(input, 'windows', { above: 0, most: 5000, whole: true })
		};
		const given = input.values['patience'] !== undefined;
		const patience = given ? figure(input, 'patience', { above: 0, most: 100_000 }) : null;
		for (const line of erlangLines(load, patience)) input.print(line);
		return Promise.resolve(0);
	}
};

function erlangLines(load: { arrivals: number; minutes: number; windows: number }, patience: number | null): string[] {
	const found = patience === null ? erlangC(load) : erlangA({ ...load, patience });
	const minutes = (time: number): string => (Number.isFinite(time) ? `${time.toFixed(2)} min` : 'grows without end');
	const share = (one: number): string => one.toFixed(4);
	return [
		`${patience === null ? 'Erlang C' : 'Erlang A'}: load ${offered(load).toFixed(2)} erlangs, windows busy ${percent(found.busy)}`,
		`P(wait)             ${share(found.waits)}`,
		`mean wait           ${minutes(found.meanWait)}`,
		`P(wait > 15 min)    ${share(found.waitsLongerThan(15))}`,
		`P90 wait            ${minutes(waitQuantile(found, 0.9))}`,
		...(patience === null ? [] : [`P(gives up)         ${share(found.abandons)}`]),
		`square-root rule    ${String(squareRootWindows(offered(load), betaFor(0.2)))} windows for P(wait) = 0.2`
	];
}

const staffing: Command = {
	name: 'staffing',
	usage:
		'[--queue code] [--weeks 8] [--target-minutes 15] [--target-share 0.1] [--patience minutes] [--held 5] [--database url]',
	summary:
		'Windows to open in each half hour of each weekday, from the last weeks: at most a share waits longer than so long',
	options: {
		queue: { type: 'string' },
		weeks: { type: 'string' },
		'target-minutes': { type: 'string' },
		'target-share': { type: 'string' },
		patience: { type: 'string' },
		held: { type: 'string' },
		database: { type: 'string' }
	},
	words: [0, 0],
	run(input) {
		const { values, print } = input;
		const patience = values['patience'] === undefined ? null : figure(input, 'patience', { above: 0, most: 100_000 });
		const wish = {
			queue: values['queue'] ?? null,
			weeks: figure(input, 'weeks', { above: 0, most: 520, instead: 8, whole: true }),
			held: figure(input, 'held', { above: 0, most: 60, instead: 5, whole: true }),
			target: {
				minutes: figure(input, 'target-minutes', { above: 0, most: 480, instead: 15 }),
				exceptShare: figure(input, 'target-share', { above: 0, most: 1, instead: 0.1 }),
				patience
			}
		};
		const url = values['database'];
		return withHall(
			async (hall) => {
				if (wish.queue !== null && !hall.setup.queues.has(wish.queue)) throw new Misused(`no queue ${wish.queue}`);
				const advice = await staffingAdvice(hall, wish);
				if (advice.length === 0) throw new CannotOpen('no day of these weeks has any number');
				for (const one of advice) for (const line of adviceLines(one)) print(line);
				return 0;
			},
			url === undefined ? {} : { databaseUrl: url }
		);
	}
};

export const STAFFING: Command[] = [erlang, staffing];

interface Bound {
	above: number;
	most: number;
	/** when it is left out */
	instead?: number;
	whole?: boolean;
}

function figure({ values }: Input, name: string, bound: Bound): number {
	const { above, most, instead, whole = false } = bound;
	const word = values[name];
	if (word === undefined && instead !== undefined) return instead;
	const number = word?.trim() ? Number(word) : Number.NaN;
	if (isWithin(number, bound)) return number;
	throw new Misused(`--${name} is a ${whole ? 'whole ' : ''}number above ${String(above)}, at most ${String(most)}`);
}

function isWithin(number: number, { above, most, whole = false }: Bound): boolean {
	return number > above && number <= most && (!whole || Number.isInteger(number));
}
