/** Past days once more, in order: what was known when each visitor came, and how long the wait then was. */
import type { LegRow, WindowSpanRow } from '#db/schema.ts';
import { QueueFlow, waitsSince, type Beside } from './flow.ts';
import type { Sample } from './moment.ts';

const MINUTE_MS = 60_000;

/** A leg as it was in the end, with its first call, which a later one does not hide. */
export type PastLeg = Pick<
	LegRow,
	'id' | 'day' | 'queue' | 'enqueued_at' | 'rank_at' | 'head_start_ms' | 'ended_at'
> & {
	first_call: number | null;
};

export type PastSpan = Pick<WindowSpanRow, 'window' | 'state' | 'from_at' | 'to_at'>;

/** What the hall file says: which windows serve a queue, its plan, and the local time. */
export interface Plan {
	windowsServing(queue: string): readonly string[];
	plannedMinutes(queue: string): number;
	/** minutes since midnight */
	minuteOfDay(at: number): number;
}

interface Happened {
	at: number;
	leg: PastLeg;
	what: 'join' | 'call' | 'leave';
}

/** Samples of whole days; a leg that was never called gives none, nor one that was early for an appointment. Pure: the same rows give the same samples. */
export function replay(legs: readonly PastLeg[], spans: readonly PastSpan[], plan: Plan): Sample[] {
	const open = spans.filter((span) => span.state === 'open');
	const days = Map.groupBy(legs, (leg) => `${leg.day} ${leg.queue}`);
	return [...days.values()].flatMap((day) => {
		const windows = new Set(plan.windowsServing(day[0]?.queue ?? ''));
		return replayQueue(
			day,
			open.filter((span) => windows.has(span.window)),
			plan
		);
	});
}

function replayQueue(legs: readonly PastLeg[], open: readonly PastSpan[], plan: Plan): Sample[] {
	const flow = new QueueFlow();
	const waiting = new Map<number, PastLeg>();
	const samples: Sample[] = [];
	for (const { at, leg, what } of eventsOf(legs)) {
		if (what === 'join') {
			const sample = sampleOf(leg, flow, besideOf(leg, { waiting, open, plan }));
			if (sample) samples.push(sample);
			// Who is called in the very moment of coming, by a window that stood idle, waits for nobody and before nobody.
			if (leg.first_call === null || leg.first_call > at) waiting.set(leg.id, leg);
		} else waiting.delete(leg.id);
		follow(flow, { at, leg, what });
	}
	return samples;
}

/** A queue's day up to now. */
export function flowOf(legs: readonly PastLeg[]): QueueFlow {
	const flow = new QueueFlow();
	for (const happened of eventsOf(legs)) follow(flow, happened);
	return flow;
}

function follow(flow: QueueFlow, { at, leg, what }: Happened): void {
	if (what === 'join') flow.join(leg.id, waitsSince(leg));
	else if (what === 'call') flow.call(leg.id, at, waitsSince(leg));
	else flow.leave(leg.id);
}

function sampleOf(leg: PastLeg, flow: QueueFlow, beside: Beside): Sample | undefined {
	const early = waitsSince(leg) > leg.enqueued_at;
	if (early || leg.first_call === null || leg.first_call < leg.enqueued_at) return undefined;
	const moment = flow.moment(leg.enqueued_at, beside);
	return { queue: leg.queue, day: leg.day, moment, wait: (leg.first_call - leg.enqueued_at) / MINUTE_MS };
}

function besideOf(
	leg: PastLeg,
	now: { waiting: ReadonlyMap<number, PastLeg>; open: readonly PastSpan[]; plan: Plan }
): Beside {
	const at = leg.enqueued_at;
	let ahead = 0;
	for (const other of now.waiting.values()) if (isBefore(other, leg)) ahead++;
	const windows = now.open.filter((span) => span.from_at <= at && (span.to_at ?? Infinity) > at).length;
	return {
		minute: now.plan.minuteOfDay(at),
		waiting: ahead,
		windows,
		planned: now.plan.plannedMinutes(leg.queue)
	};
}

/** Whether it is called first. */
function isBefore(one: PastLeg, other: PastLeg): boolean {
	return one.rank_at < other.rank_at || (one.rank_at === other.rank_at && one.id < other.id);
}

/** In order of time; what ends comes before what begins at the same moment. */
function eventsOf(legs: readonly PastLeg[]): Happened[] {
	const order = { call: 0, leave: 0, join: 1 };
	return legs
		.flatMap((leg): Happened[] => {
			const came = { at: leg.enqueued_at, leg, what: 'join' } as const;
			if (leg.first_call !== null) return [came, { at: leg.first_call, leg, what: 'call' }];
			return leg.ended_at === null ? [came] : [came, { at: leg.ended_at, leg, what: 'leave' }];
		})
		.sort((a, b) => a.at - b.at || order[a.what] - order[b.what] || a.leg.id - b.leg.id);
}
