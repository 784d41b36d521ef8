import { done, refused, type Result } from '../result.ts';
import type { Hall } from '../hall.ts';
import type { KioskIdentity } from '../views/identity.ts';

/** How a kiosk may ask who somebody is. */
export function kioskIdentity({ setup }: Hall, kiosk: string): KioskIdentity {
	return {
		reader: setup.file.devices.idReaders.some((one) => one.kiosk === kiosk),
		elder: setup.file.classes.find((one) => one.elder)?.code ?? null
	};
}

/** Whose wish it is: the number that was typed, or that of the card which the kiosk's reader has read. */
export function shownNumber(
	hall: Hall,
	{ person, card }: { person: string | null; card: string | null }
): Result<string | null> {
	if (card === null) return done(person);
	const number = hall.cards.number(card);
	return number === undefined ? refused('card-forgotten') : done(number);
}
