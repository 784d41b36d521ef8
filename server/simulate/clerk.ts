import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import type { Stretch } from '../rules/day.ts';
import { callNext } from '../tickets/call.ts';
import { resume, start } from '../tickets/serve.ts';
import { releaseWindow } from '../windows/release.ts';
import { closeWindow, openWindow, pauseWindow } from '../windows/state.ts';
import type { Person } from './crowd.ts';
import { granted, Service, type Place } from './service.ts';

/** A break the clerk takes as soon as the service in hand is over. */
export interface Break {
	at: number;
	ms: number;
	reason: string;
}

/** The clerk leaves in the middle of the next service, and the supervisor frees the window. */
export interface Absence {
	at: number;
	foundAfterMs: number;
	ms: number;
}

export interface ClerkPlan {
	window: string;
	/** staff number */
	staff: string;
	spans: readonly Stretch[];
	/** in order of time, as the absences */
	breaks: readonly Break[];
	absences: readonly Absence[];
	overtimeMs: number;
	/** why the window is paused between two spans */
	noonReason: string;
}

const SUPERVISOR: Who = { role: 'supervisor', name: 'staff:supervisor' };

/** One clerk's day at one window, by the verbs that the console uses. */
export class Clerk {
	readonly #place: Place;
	readonly #plan: ClerkPlan;
	readonly #who: Who;
	readonly #service: Service;
	readonly #breaks: Break[];
	readonly #absences: Absence[];

	constructor(place: Place, plan: ClerkPlan) {
		this.#place = place;
		this.#plan = plan;
		this.#who = { role: 'clerk', name: `staff:${plan.staff}`, staff: plan.staff, window: plan.window };
		this.#service = new Service(place, this.#who, plan.window);
		this.#breaks = [...plan.breaks];
		this.#absences = [...plan.absences];
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
			if (span === last) await this.#goHome(span.until + this.#plan.overtimeMs);
			else await this.#pause(this.#plan.noonReason);
		}
	}

	async #open(): Promise<void> {
		await this.#done(openWindow(this.#place.hall, this.#who, this.#plan.window, null));
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

	/** Serves the rest, and shuts the window. */
	async #goHome(latest: number): Promise<void> {
		const { hall, stage, floor } = this.#place;
		while (stage.clock.now() < latest && (await this.#next()));
		await this.#done(closeWindow(hall, this.#who, this.#plan.window));
		floor.lookAgain();
	}

	async #pause(reason: string): Promise<void> {
		await this.#done(pauseWindow(this.#place.hall, this.#who, this.#plan.window, { reason, minutes: null }));
	}

	async #rest({ ms, reason }: Break): Promise<void> {
		await this.#pause(reason);
		await this.#place.stage.sleep(ms);
		await this.#open();
	}

	/** Sees to one visitor; false when nobody waits for this window. */
	async #next(): Promise<boolean> {
		const { hall, floor, crowd } = this.#place;
		const back = floor.nextBack(this.#plan.window);
		if (back !== undefined) {
			const resumed = await resume(hall, this.#who, back, null);
			if (resumed.ok) await this.#service.serve(crowd.person(back));
			return true;
		}
		const called = await callNext(hall, this.#who, this.#plan.window);
		if (!called.ok && called.refusal === 'nobody-waiting') return false;
		const held = granted(called);
		this.#place.screens.announce(this.#plan.window, held.leg.id);
		await this.#receive(crowd.called(held), held.leg.id);
		return true;
	}

	async #receive(person: Person, leg: number): Promise<void> {
		const { hall, stage, crowd } = this.#place;
		const { visitor, ticket } = person;
		if (crowd.isAbsent(person)) {
			await this.#service.callInVain(person, leg);
			if (!person.gone && visitor.backAfterMs !== null) crowd.comesBack(person, visitor.backAfterMs);
			return;
		}
		await stage.sleep(visitor.walkMs);
		await this.#done(start(hall, this.#who, ticket.id));
		const absence = this.#absences[0];
		if (absence && absence.at <= stage.clock.now()) return this.#leave(person, absence);
		await this.#service.judge(person);
		await this.#service.serve(person);
	}

	/** Leaves in the middle of a service: the visitor waits again, in the old place. */
	async #leave(person: Person, absence: Absence): Promise<void> {
		const { hall, stage, floor, crowd } = this.#place;
		this.#absences.shift();
		await stage.sleep(absence.foundAfterMs);
		await this.#done(releaseWindow(hall, SUPERVISOR, this.#plan.window, 'clerk gone'));
		floor.offer(crowd.waitsAgain(person));
		floor.lookAgain();
		await stage.sleep(absence.ms);
		await this.#open();
	}

	async #done(answer: Promise<Result<unknown>>): Promise<void> {
		granted(await answer);
	}
}
