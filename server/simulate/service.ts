import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Refused, Result } from '../result.ts';
import { recall } from '../tickets/call.ts';
import { settleClaim } from '../tickets/claim.ts';
import type { Held } from '../tickets/held.ts';
import { everyMs, miss } from '../tickets/miss.ts';
import { markWill } from '../intake/will.ts';
import { finish, park } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { undo } from '../tickets/undo.ts';
import type { Crowd, Person } from './crowd.ts';
import type { Floor } from './floor.ts';
import type { Screens } from './screens.ts';
import type { Stage } from './stage.ts';

/** What everybody in a simulated hall has to do with. */
export interface Place {
	hall: Hall;
	stage: Stage;
	floor: Floor;
	crowd: Crowd;
	screens: Screens;
}

/** A clerk whose key is refused tries again. */
const AGAIN_MS = 5000;
const MOST_TRIES = 60;
/** From a wrong key to taking it back. */
const NOTICED_MS = 3000;

/** What a clerk does with the one visitor at the window. */
export class Service {
	readonly #place: Place;
	readonly #who: Who;
	readonly #window: string;

	constructor(place: Place, who: Who, window: string) {
		this.#place = place;
		this.#who = who;
		this.#window = window;
	}

	/** As often and as far apart as the hall's rules say, by itself or by hand. */
	async callInVain({ ticket }: Person, leg: number): Promise<void> {
		const { hall, stage, screens } = this.#place;
		const { recalls, automatic } = hall.setup.policies.noShow;
		const every = everyMs(hall, ticket.class);
		for (let calls = 1; calls < recalls; calls += 1) {
			await stage.sleep(every);
			if (!automatic) await this.#insist(leg, () => recall(hall, this.#who, ticket.id));
			screens.announce(this.#window, leg);
		}
		await stage.sleep(every);
		await this.#insist(leg, () => miss(hall, this.#who, ticket.id, { looked: true }));
	}

	/** A claim to priority that the window must look at. */
	async judge({ visitor, ticket }: Person): Promise<void> {
		const { hall } = this.#place;
		if (ticket.claim !== 'open' || hall.setup.classes.get(ticket.class)?.policy !== 'window') return;
		const shown = { class: ticket.class, seen: true, reason: null };
		const wish = visitor.claimShown ? shown : { class: 'ordinary', seen: true, reason: 'nothing shown' };
		await this.#done(settleClaim(hall, this.#who, ticket.id, wish));
	}

	/** The service, or what is left of it; it may be interrupted once, and lead on to another queue. */
	async serve(person: Person): Promise<void> {
		const { hall, stage, floor } = this.#place;
		const { visitor, ticket } = person;
		const pause = person.parked ? null : visitor.break;
		const now = pause ? Math.round(person.leftMs * pause.share) : person.leftMs;
		await stage.sleep(now);
		person.leftMs -= now;
		if (pause) return this.#park(person, pause);
		if (!person.onward) return this.#finish(person);
		const { queue, serviceMs } = person.onward;
		const wish = { queue, window: null, staff: null, back: false, reason: 'next step' };
		const moved = granted(await transfer(hall, this.#who, ticket.id, wish));
		Object.assign(person, { onward: null, leftMs: serviceMs, waiting: true });
		floor.offer(moved.leg);
	}

	async #finish(person: Person): Promise<void> {
		const { hall, stage, floor, crowd } = this.#place;
		const { id } = person.ticket;
		const ended = await this.#end(id);
		const chained = ended.leg.state === 'waiting';
		if (person.visitor.undo && !person.undone && !chained) {
			person.undone = true;
			await this.#done(undo(hall, this.#who, id));
			await stage.sleep(NOTICED_MS);
			await this.#end(id);
		}
		if (!chained) return;
		crowd.goesOn(person);
		floor.offer(ended.leg);
	}

	/** An elder is asked in person first, where the item says so. */
	async #end(id: number): Promise<Held> {
		const { hall } = this.#place;
		const ended = await finish(hall, this.#who, id, 'done');
		if (ended.ok || ended.refusal !== 'true-will-needed') return granted(ended);
		await this.#done(markWill(hall, this.#who, id, 'own'));
		return granted(await finish(hall, this.#who, id, 'done'));
	}

	/** Papers kept here come back to this window; whoever went elsewhere comes back by the order. */
	async #park(person: Person, pause: NonNullable<Person['visitor']['break']>): Promise<void> {
		const { hall, stage, floor, crowd } = this.#place;
		person.parked = true;
		await this.#done(park(hall, this.#who, person.ticket.id, { kind: pause.kind, reason: null }));
		if (pause.kind !== 'papers-kept') {
			crowd.comesBack(person, pause.ms);
			return;
		}
		stage.go(async () => {
			await stage.sleep(pause.ms);
			floor.isBack(this.#window, person.ticket.id);
		});
	}

	/** A key that is refused for now is pressed again. */
	async #insist(leg: number, press: () => Promise<Result<Held>>): Promise<void> {
		for (let tries = 1; ; tries += 1) {
			const answer = await press();
			if (answer.ok) return;
			if (tries === MOST_TRIES || !LATER.has(answer.refusal)) granted(answer);
			if (answer.refusal === 'not-delivered') this.#place.screens.announce(this.#window, leg);
			await this.#place.stage.sleep(AGAIN_MS);
		}
	}

	async #done(answer: Promise<Result<unknown>>): Promise<void> {
		granted(await answer);
	}
}

const LATER: ReadonlySet<Refused['refusal']> = new Set(['too-early', 'not-delivered']);

/** A clerk who keeps to the rules is refused nothing else: a day in which one is shows a mistake of ours. */
export function granted<T>(answer: Result<T>): T {
	if (answer.ok) return answer.value;
	throw new Error(`a simulated clerk was refused: ${answer.refusal} ${answer.detail ?? ''}`);
}
