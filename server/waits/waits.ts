import { forecasts, legsOfDay, legsOfTickets } from '#db/forecasts.ts';
import type { ForecastRow, LedgerRow, LegRow, TicketRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Touched } from '../realtime/touched.ts';
import { QueueFlow, waitsSince } from '../rules/wait/flow.ts';
import { FORECAST_VERSION, type QueueForecast } from '../rules/wait/fit/forecast.ts';
import { rungOf, tellWait, type Footing, type Rung } from '../rules/wait/ladder.ts';
import { keepPromise, promise, type Promised, type Standing } from '../rules/wait/promise.ts';
import { flowOf } from '../rules/wait/replay.ts';
import type { Moment } from '../rules/wait/moment.ts';
import type { TicketView, Wait } from '../views.ts';
import { minuteOfDay } from './plan.ts';

/** What a ticket was told when it was taken, as it stands with the ticket. */
export type Told = Wait & Standing;

/** A forecast was written; every server reads it. */
export const REFITTED = 'forecast.refitted';

/**
 * What the waiting times are told by, kept at hand: how each queue flows today, what it has learnt from past days, and
 * what each waiting ticket was told last. Read from the database at a start, then kept by what the ledger says.
 *
 * What was told at issue stands with the ticket, so that every server and every restart holds it. What a page was told
 * since is in memory only: after a restart the promise at issue counts again, which was no longer than any told since
 * without a reason.
 */
export class Waits {
	#day = '';
	#flows = new Map<string, QueueFlow>();
	#learnt = new Map<string, QueueForecast & { samples: number }>();
	/** by leg */
	#promises = new Map<number, Promised>();

	async load(hall: Hall): Promise<void> {
		const day = today(hall);
		const legs = Map.groupBy(await legsOfDay(hall.read, hall.id, day), (leg) => leg.queue);
		this.#flows = new Map([...legs].map(([queue, own]) => [queue, flowOf(own)]));
		if (day !== this.#day) this.#promises.clear();
		this.#day = day;
		await this.#learn(hall);
	}

	/** Follows the ledger: whoever came, was called or left. A call that was taken back is rare: all is read again. */
	async take(hall: Hall, { tickets }: Touched, lines: readonly LedgerRow[]): Promise<void> {
		const again = this.#day !== today(hall) || lines.some((line) => line.act === 'ticket.undone');
		if (again) return this.load(hall);
		const issued = lines.flatMap((line) => (line.act === 'ticket.issued' ? [line.seq] : []));
		for (const leg of await legsOfTickets(hall.read, hall.id, [...tickets, ...issued])) this.#see(leg);
		if (lines.some((line) => line.act === REFITTED)) await this.#learn(hall);
	}

	/** The range that is told to somebody with so many ahead. */
	tell(hall: Hall, queue: string, ahead: number): Wait {
		return tellWait(this.#moment(hall, queue, ahead), this.#footing(hall, queue));
	}

	/** What is told to somebody with so many ahead, and how the queue stands: what is kept with a ticket. */
	look(hall: Hall, queue: string, ahead: number): Told {
		const moment = this.#moment(hall, queue, ahead);
		const footing = this.#footing(hall, queue);
		const pace = moment.rate60 === null || moment.rate60 === 0 ? null : 1 / moment.rate60;
		return { ...tellWait(moment, footing), ahead, windows: moment.windows, calls: footing.calls, pace };
	}

	/** What a waiting ticket is told now, in keeping with what it was told before. */
	keep(hall: Hall, ticket: TicketRow, leg: LegRow, ahead: number): Pick<TicketView, 'wait' | 'waitReason'> {
		if (leg.state !== 'waiting') return { wait: null, waitReason: null };
		const at = hall.clock.now();
		const { from, to, ...standing } = this.look(hall, leg.queue, ahead);
		const before = this.#promises.get(leg.id) ?? promisedAtIssue(ticket, leg);
		const fresh = { from, to };
		const now = before ? keepPromise(before, fresh, standing, at) : promise(fresh, standing, at);
		this.#promises.set(leg.id, now);
		return { wait: now.wait, waitReason: now.reason };
	}

	/** Which rung of the ladder speaks for a queue now. */
	rung(hall: Hall, queue: string): Rung {
		return rungOf(this.#footing(hall, queue));
	}

	async #learn(hall: Hall): Promise<void> {
		const rows = await forecasts(hall.read, hall.id);
		this.#learnt = new Map(rows.filter((row) => row.version === FORECAST_VERSION).map((row) => [row.queue, read(row)]));
	}

	#see(leg: LegRow): void {
		if (leg.day !== this.#day) return;
		const flow = this.#flows.get(leg.queue) ?? new QueueFlow();
		this.#flows.set(leg.queue, flow);
		if (leg.called_at !== null) flow.call(leg.id, leg.called_at, waitsSince(leg));
		else if (leg.state === 'waiting') flow.join(leg.id, waitsSince(leg));
		else flow.leave(leg.id);
		if (leg.state !== 'waiting') this.#promises.delete(leg.id);
	}

	#flow(hall: Hall, queue: string): QueueFlow | undefined {
		return today(hall) === this.#day ? this.#flows.get(queue) : undefined;
	}

	#footing(hall: Hall, queue: string): Footing {
		return { calls: this.#flow(hall, queue)?.calls ?? 0, forecast: this.#learnt.get(queue) };
	}

	#moment(hall: Hall, queue: string, ahead: number): Moment {
		const at = hall.clock.now();
		return (this.#flow(hall, queue) ?? NOTHING_YET).moment(at, {
			minute: minuteOfDay(hall.setup, at),
			waiting: ahead,
			windows: hall.counters.openFor(queue),
			planned: hall.setup.queues.get(queue)?.plannedMinutes ?? 0
		});
	}
}

/** A queue to which nobody has come. */
const NOTHING_YET = new QueueFlow();

/** The promise that stands with the ticket; it is for the first leg only. */
function promisedAtIssue(ticket: TicketRow, leg: LegRow): Promised | undefined {
	if (ticket.told === null || leg.ordinal !== 1 || leg.misses > 0) return undefined;
	const { from, to, ...standing } = JSON.parse(ticket.told) as Told;
	return promise({ from, to }, standing, leg.enqueued_at);
}

function read({ body, samples }: ForecastRow): QueueForecast & { samples: number } {
	return { ...(JSON.parse(body) as QueueForecast), samples };
}
