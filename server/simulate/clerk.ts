import { addReceipt, lastCallOf } from '#db/calls.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Refused, Result } from '../result.ts';
import type { Stretch } from '../rules/day.ts';
import { zoneOfWindow } from '../setup/places.ts';
import { callNext, recall } from '../tickets/call.ts';
import type { Held } from '../tickets/held.ts';
import { finish, miss, park, resume, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { closeWindow, openWindow, pauseWindow } from '../windows/state.ts';
import type { Crowd, Person } from './crowd.ts';
import type { Floor } from './floor.ts';
import type { Stage } from './stage.ts';

/** A break the clerk takes as soon as the service in hand is over. */
export interface Break {
	at: number;
	ms: number;
	reason: string;
}

export interface ClerkPlan {
	window: string;
	/** staff number */
	staff: string;
	spans: readonly Stretch[];
	/** in order of time */
	breaks: readonly Break[];
	overtimeMs: number;
}

interface Place {
	hall: Hall;
	stage: Stage;
	floor: Floor;
	crowd: Crowd;
}

/** What a screen needs to show a call, and a voice to say it. */
const SHOWN_MS = 300;
const SPOKEN_MS = 5000;
/** A clerk whose key is refused tries again. */
const AGAIN_MS = 5000;
const MOST_TRIES = 60;

/** One clerk's day at one window, by the verbs that the console uses. */
export class Clerk {
	readonly #place: Place;
	readonly #plan: ClerkPlan;
	readonly #who: Who;
	#breaks: Break[];

	constructor(place: Place, plan: ClerkPlan) {
		this.#place = place;
		this.#plan = plan;
		this.#who = { role: 'clerk', name: `staff:${plan.staff}`, staff: plan.staff, window: plan.window };
		this.#breaks = [...plan.breaks];
	}

	/** Opens, serves, takes the breaks, and goes when nobody waits any more. */
	async work(): Promise<void> {
		const { stage } = this.#place;
		const last = this.#plan.spans.at(-1);
		for (const span of this.#plan.spans) {
			await stage.until(span.from);
			if (stage.clock.now() >= span.until) continue;
			await this.#open();
			await this.#serveUntil(span.until);
			if (span === last) await this.#serveTheRest(span.until + this.#plan.overtimeMs);
			await this.#done(closeWindow(this.#place.hall, this.#who, this.#plan.window));
			await this.#look();
		}
	}

	async #open(): Promise<void> {
		await this.#done(openWindow(this.#place.hall, this.#who, this.#plan.window, null));
		await this.#look();
	}

	/** What the follower of a running server does when a window has changed. */
	async #look(): Promise<void> {
		const { hall } = this.#place;
		await hall.counters.load(hall.read, hall.id, hall.setup);
	}

	async #serveUntil(end: number): Promise<void> {
		const { clock } = this.#place.stage;
		let free = clock.now();
		while (clock.now() < end) {
			const rest = this.#breaks[0];
			if (rest && rest.at <= clock.now()) {
				this.#breaks.shift();
				await this.#rest(rest);
				free = clock.now();
			} else if (await this.#next()) {
				free = clock.now();
			} else {
				await this.#place.floor.idle(this.#plan.window, free, Math.min(end, rest?.at ?? Infinity));
			}
		}
	}

	async #serveTheRest(end: number): Promise<void> {
		while (this.#place.stage.clock.now() < end && (await this.#next()));
	}

	async #rest({ ms, reason }: Break): Promise<void> {
		await this.#done(pauseWindow(this.#place.hall, this.#who, this.#plan.window, reason));
		await this.#look();
		await this.#place.stage.sleep(ms);
		await this.#open();
	}

	/** Sees to one visitor; false when nobody waits for this window. */
	async #next(): Promise<boolean> {
		const { hall, floor, crowd } = this.#place;
		const back = floor.nextBack(this.#plan.window);
		if (back !== undefined) {
			const resumed = await resume(hall, this.#who, back, null);
			if (resumed.ok) await this.#serve(crowd.person(back));
			return true;
		}
		const called = await callNext(hall, this.#who, this.#plan.window);
		if (!called.ok && called.refusal === 'nobody-waiting') return false;
		const { ticket, leg } = granted(called);
		const person = crowd.person(ticket.id);
		person.waiting = false;
		person.calls += 1;
		this.#announce(leg.id);
		await this.#receive(person, leg.id);
		return true;
	}

	async #receive(person: Person, leg: number): Promise<void> {
		const { hall, stage, crowd } = this.#place;
		const { visitor, ticket } = person;
		const absent = person.gone || (person.calls > 1 ? visitor.noShowAgain : visitor.noShow);
		if (!absent) {
			await stage.sleep(visitor.walkMs);
			await this.#done(start(hall, this.#who, ticket.id));
			return this.#serve(person);
		}
		await this.#callInVain(person, leg);
		if (!person.gone && visitor.backAfterMs !== null) crowd.comesBack(person, visitor.backAfterMs);
	}

	/** As often and as far apart as the hall's rules say. */
	async #callInVain({ ticket }: Person, leg: number): Promise<void> {
		const { hall, stage } = this.#place;
		const { recalls, everySeconds } = hall.setup.policies.noShow;
		for (let calls = 1; calls < recalls; calls += 1) {
			await stage.sleep(everySeconds * 1000);
			await this.#insist(() => recall(hall, this.#who, ticket.id));
			this.#announce(leg);
		}
		await stage.sleep(everySeconds * 1000);
		await this.#insist(() => miss(hall, this.#who, ticket.id));
	}

	/** The service, or what is left of it; it may be interrupted once, and lead on to another queue. */
	async #serve(person: Person): Promise<void> {
		const { hall, stage, floor } = this.#place;
		const { visitor, ticket } = person;
		const pause = person.parked ? null : visitor.break;
		const now = pause ? Math.round(person.leftMs * pause.share) : person.leftMs;
		await stage.sleep(now);
		person.leftMs -= now;
		if (pause) return this.#park(person, pause);
		if (!person.onward) {
			await this.#done(finish(hall, this.#who, ticket.id, 'done'));
			return;
		}
		const { queue, serviceMs } = person.onward;
		const moved = granted(await transfer(hall, this.#who, ticket.id, { queue, window: null, reason: 'next step' }));
		Object.assign(person, { onward: null, leftMs: serviceMs, waiting: true });
		floor.offer(moved.leg);
	}

	async #park(person: Person, pause: NonNullable<Person['visitor']['break']>): Promise<void> {
		const { hall, stage, floor, crowd } = this.#place;
		person.parked = true;
		await this.#done(park(hall, this.#who, person.ticket.id, { kind: pause.kind, reason: null }));
		if (pause.back === 'desk') {
			crowd.comesBack(person, pause.ms);
			return;
		}
		stage.go(async () => {
			await stage.sleep(pause.ms);
			floor.isBack(this.#plan.window, person.ticket.id);
		});
	}

	/** The screens of the window and of its zone show the newest call of a leg, the zone's voice says it. */
	#announce(leg: number): void {
		const { hall, stage } = this.#place;
		const { window } = this.#plan;
		const zone = zoneOfWindow(hall.setup, window);
		const screens = hall.setup.file.devices.screens.filter((one) => one.window === window || one.zone === zone);
		stage.go(async () => {
			const call = await lastCallOf(hall.read, hall.id, leg);
			if (!call) return;
			const receive = (devices: typeof screens, channel: 'shown' | 'spoken'): Promise<void> => {
				const row = { hall: hall.id, call: call.id, channel, at: stage.clock.now(), outcome: 'ok' };
				return hall.write(async (tx) => {
					for (const { code: device } of devices) await addReceipt(tx.k, { ...row, device });
				});
			};
			await stage.sleep(SHOWN_MS);
			await receive(screens, 'shown');
			await stage.sleep(SPOKEN_MS - SHOWN_MS);
			await receive(
				screens.filter((one) => one.voice),
				'spoken'
			);
		});
	}

	/** A key that is refused for now is pressed again. */
	async #insist(press: () => Promise<Result<Held>>): Promise<void> {
		for (let tries = 1; ; tries += 1) {
			const answer = await press();
			if (answer.ok) return;
			if (tries === MOST_TRIES || !LATER.has(answer.refusal)) granted(answer);
			await this.#place.stage.sleep(AGAIN_MS);
		}
	}

	async #done(answer: Promise<Result<unknown>>): Promise<void> {
		granted(await answer);
	}
}

const LATER: ReadonlySet<Refused['refusal']> = new Set(['too-early', 'not-delivered']);

/** A clerk who keeps to the rules is refused nothing else: a day in which one is shows a mistake of ours. */
function granted<T>(answer: Result<T>): T {
	if (answer.ok) return answer.value;
	throw new Error(`a simulated clerk was refused: ${answer.refusal} ${answer.detail ?? ''}`);
}
