import { ticketsOfPerson } from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import { today, type Hall } from '../hall.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { readIdentity } from '../rules/identity.ts';
import type { ItemEntry } from '../setup/schema.ts';

/**
 * Whose a number or an appointment shall be: a hash for that day, null when nobody needs to know. What an item does not
 * ask for is not even hashed.
 */
export function personOf(hall: Hall, item: ItemEntry, given: string | null, day: string): Result<string | null> {
	if (item.identity === 'none') return done(null);
	if (given === null || given.trim() === '') {
		return item.identity === 'required' ? refused('identity-needed', item.code) : done(null);
	}
	const identity = readIdentity(given, today(hall));
	// A telephone is nobody's name: 实名 asks for a document.
	if (!identity || (item.identity === 'required' && identity.kind === 'mobile')) return refused('identity-invalid');
	return done(hashOf(hall, identity.number, day));
}

/**
 * Whose matter it is: a hash of person and item by which one who comes again on another day is recognised. Null where the
 * item does not ask who comes, or nobody has said it.
 */
export function matterOf(hall: Hall, item: ItemEntry, given: string | null): string | null {
	const identity = item.identity === 'none' || given === null ? undefined : readIdentity(given, today(hall));
	return identity ? hall.identities.matter({ hall: hall.id, item: item.code, number: identity.number }) : null;
}

/** The hash of whoever shows an identity, whatever it is wanted for; undefined when it is none. */
export function shownPerson(hall: Hall, given: string, day: string): string | undefined {
	const identity = readIdentity(given, today(hall));
	return identity && hashOf(hall, identity.number, day);
}

function hashOf(hall: Hall, number: string, day: string): string {
	return hall.identities.hash({ hall: hall.id, day, number });
}

/** One living number per person and item (K-07); undefined when there is none. The refusal tells which it is. */
export async function alreadyHere(
	tx: Tx,
	hall: Hall,
	item: ItemEntry,
	hash: string | null
): Promise<Refused | undefined> {
	if (hash === null) return undefined;
	const own = await ticketsOfPerson(tx.k, { hall: tx.hall, day: today(hall), hash });
	const living = own.find((one) => one.item === item.code && one.state === 'live');
	return living && refused('person-limit', living.number);
}

/** The same, and no more numbers than the item or the hall allows one person in a day; misprints do not count. */
export async function hasEnough(
	tx: Tx,
	hall: Hall,
	item: ItemEntry,
	hash: string | null
): Promise<Refused | undefined> {
	if (hash === null) return undefined;
	const own = await ticketsOfPerson(tx.k, { hall: tx.hall, day: today(hall), hash });
	const taken = own.filter((one) => one.item === item.code && one.state !== 'void');
	const living = taken.find((one) => one.state === 'live');
	if (living) return refused('person-limit', living.number);
	const most = item.perPersonAndDay ?? hall.setup.policies.limits.perPersonAndDay;
	return most !== null && taken.length >= most ? refused('person-limit', taken.at(-1)?.number) : undefined;
}
