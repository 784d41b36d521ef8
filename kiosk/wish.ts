import type { Answer, Problem } from '#display/ask.ts';
import type { Timers } from '#display/timers.ts';
import type { Lang } from '#display/words/index.ts';
import type { TicketView } from '#server/views.ts';
import { TOLD } from './identity/told.ts';
import type { Shown } from './scan.ts';

/** What a visitor asks for; the intent makes a repeated wish the same ticket. */
export interface Wish {
	item: string;
	class?: string;
	/** the visitor's own number, where the item asks for it; or the word for the card that was read */
	person?: string;
	card?: string;
	/** version of what was told before either was given */
	told?: string;
	intent: string;
	lang: Lang;
	device: string;
}

/** Who it is: the number itself, or the word by which the server knows the card that was read. */
export type Who = { person: string } | { card: string };
/** `typed`: what stands on the keypad; null: rather not. */
export type Said = 'typed' | Who | null;
/** What every wish of one kiosk says. */
export type Same = Pick<Wish, 'intent' | 'lang' | 'device'>;

/** A wish for a number, without what was not said; who says who it is was told what for before. */
export function wishFor(item: string, priority: string | null, who: Who | null, same: Same): Wish {
	return { item, ...(priority !== null && { class: priority }), ...(who !== null && { ...who, told: TOLD }), ...same };
}

/** Who was told what is missing has come back with it. */
export interface Back {
	/** the twelve digits of the notice */
	notice: string;
	intent: string;
	lang: Lang;
	device: string;
}

/** Who has an appointment has come. */
export type Arrival = (Exclude<Shown, { notice: string }> | Who) &
	Same & {
		/** version of what was told before a card was laid */
		told?: string;
		/** too late to keep the slot, an ordinary number is taken instead */
		ordinary: boolean;
	};

export type Asked = { of: 'number'; wish: Wish } | { of: 'arrival'; wish: Arrival } | { of: 'back'; wish: Back };

/** What is asked for who has come, by a code or by who it is; nobody lays a card who was not told what for. */
export function askedBy(by: Shown | Who, same: Same): Asked {
	if ('notice' in by) return { of: 'back', wish: { ...by, ...same } };
	return { of: 'arrival', wish: { ...by, ...('card' in by && { told: TOLD }), ...same, ordinary: false } };
}

/** The same by another wish, for a number like everybody's; null where the first was of no appointment, or is not kept. */
export function asOrdinary(asked: Asked | null, intent: string): Asked | null {
	return asked?.of === 'arrival' ? { of: 'arrival', wish: { ...asked.wish, intent, ordinary: true } } : null;
}

/** The far end, as a visit reaches it. */
export interface Far {
	take: (wish: Wish) => Promise<Answer<TicketView>>;
	arrive: (wish: Arrival) => Promise<Answer<TicketView>>;
	comeBack: (wish: Back) => Promise<Answer<TicketView>>;
	timers: Timers;
}

/** A wish that got no answer is sent once more, with the same intent, after this pause. */
const AGAIN_MS = 1500;

export async function askTwice(far: Far, asked: Asked): Promise<Answer<TicketView>> {
	const ask = (): Promise<Answer<TicketView>> => sent(far, asked);
	const answer = await ask();
	if (answer.ok || answer.problem.code !== 'offline') return answer;
	await new Promise<void>((resume) => far.timers.after(AGAIN_MS, resume));
	return ask();
}

function sent(far: Far, asked: Asked): Promise<Answer<TicketView>> {
	switch (asked.of) {
		case 'number':
			return far.take(asked.wish);
		case 'arrival':
			return far.arrive(asked.wish);
		case 'back':
			return far.comeBack(asked.wish);
	}
}

/** Refusals that may be gone at the next try. */
const PASSING: Problem['code'][] = ['offline', 'database-busy', 'internal'];
/** Refusals of what was typed: they are said where it is typed again. */
const TYPED: Record<Asked['of'], Problem['code'][]> = {
	number: ['identity-needed', 'identity-invalid', 'card-forgotten'],
	arrival: ['appointment-unknown', 'identity-invalid', 'card-forgotten', 'too-many-tries'],
	back: ['notice-unknown', 'too-many-tries']
};

export function mayPass({ code }: Problem): boolean {
	return PASSING.includes(code);
}

/** The page on which a refusal is said. */
export function pageOf(asked: Asked, problem: Problem): 'problem' | 'person' | 'check-in' {
	// What is not kept cannot be sent again: it must be typed once more.
	const gone = withoutPerson(asked) === null && mayPass(problem);
	if (!gone && !TYPED[asked.of].includes(problem.code)) return 'problem';
	return asked.of === 'number' ? 'person' : 'check-in';
}

/** What may be kept of a wish once it was sent: nobody's own number. Null when without it nothing is left to ask. */
export function withoutPerson(asked: Asked): Asked | null {
	if (asked.of === 'back') return asked;
	if (asked.of === 'arrival') return 'person' in asked.wish || 'card' in asked.wish ? null : asked;
	const wish = { ...asked.wish };
	delete wish.person;
	delete wish.card;
	return { of: 'number', wish };
}
