import { caseByIntent } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, Contact, SlipRow, TicketRow } from '#db/schema.ts';
import type { Lang } from '#display/words/index.ts';
import { printReceipt } from '../follow/receipt.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { readPersonal, type PersonalData } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { ticketByToken } from '../tickets/token.ts';
import type { Given, Saying, SayKind, SayOrigin } from './given.ts';
import { SAYINGS } from './kinds.ts';
import { ticketOfToday } from './number.ts';

/** What somebody says, as it comes in. */
export interface SayWish {
	kind: SayKind;
	text: string;
	/** the number of a ticket of today, or the token of one; empty for none */
	ticket: string;
	/** of a window and a member of staff that it is about; null where none was named */
	window: string | null;
	concerned: string | null;
	department: string | null;
	/** both empty for who stays anonymous */
	name: string;
	phone: string;
	contact: Contact;
	lang: Lang;
	/** the kiosk it is said at; null elsewhere */
	device: string | null;
	intent: string;
}

/** What came of it: the case with its code, and its slip; null where nothing is printed, as on a phone. */
export interface Said {
	row: CaseRow;
	slip: SlipRow | null;
}

/** One kiosk may say so much less than all visitors together. */
const OF_ONE = 4;

/**
 * Takes in what somebody says, at any hour (K-09): a case with an owner and a due time, a code to follow it, and a receipt
 * where there is a printer at hand. The same intent is the same case.
 */
export function say(hall: Hall, who: Who, wish: SayWish, sayings: readonly Saying[] = SAYINGS): Promise<Result<Said>> {
	return hall.write(async (tx) => {
		const known = await caseByIntent(tx.k, tx.hall, wish.intent);
		// An intent of something else is none of a saying.
		if (known && known.kind !== wish.kind) return refused('bad-request', 'intent');
		if (known) return done({ row: known, slip: null });
		const saying = sayings.find(({ kind }) => kind === wish.kind);
		if (!saying) return refused('not-found', wish.kind);
		const given = await readGiven(tx, hall, who, wish);
		if (!given.ok) return given;
		const flooded = limited(hall, who, wish.device);
		if (flooded) return flooded;
		const opened = await saying.open(tx, hall, who, given.value);
		if (!opened.ok) return opened;
		return done({
			row: opened.value,
			slip: await print(tx, hall, who, { row: opened.value, given: given.value, wish })
		});
	});
}

async function readGiven(tx: Tx, hall: Hall, who: Who, wish: SayWish): Promise<Result<Given>> {
	const text = wish.text.trim();
	if (text === '') return refused('text-needed', 'text');
	const person = readPersonal({ name: wish.name, phone: wish.phone });
	if (!person.ok) return person;
	const unfit = unfitIn(hall, wish, person.value);
	if (unfit) return unfit;
	const ticket = await ticketOf(tx, hall, wish.ticket);
	if (ticket === undefined) return refused('ticket-unknown', wish.ticket);
	const { lang, concerned, department, contact, intent } = wish;
	const said = { text, lang, ticket, concerned, department, contact, intent, person: person.value };
	return done({ ...said, ...takenAt(hall, who, wish) });
}

/** Where it was said, and who took it in. */
function takenAt(hall: Hall, who: Who, wish: SayWish): Pick<Given, 'window' | 'desk' | 'origin' | 'taker'> {
	return {
		window: wish.window ?? who.window ?? null,
		desk: hall.setup.staff.get(who.staff ?? '')?.desk ?? null,
		origin: originOf(hall, who, wish.device),
		taker: who.staff ?? null
	};
}

/** Nobody is called without a telephone, and nothing is about a place or a person that is not there. */
function unfitIn(hall: Hall, wish: SayWish, person: PersonalData): Refused | undefined {
	const { windows, staff, departments } = hall.setup;
	if (wish.contact === 'call' && person.phone === undefined) return refused('phone-invalid');
	if (wish.window !== null && !windows.has(wish.window)) return refused('window-unknown', wish.window);
	if (wish.concerned !== null && !staff.has(wish.concerned)) return refused('staff-unknown', wish.concerned);
	const known = wish.department === null || departments.has(wish.department);
	return known ? undefined : refused('place-unknown', wish.department ?? '');
}

/** Null where none was named, undefined where there is none such. */
async function ticketOf(tx: Tx, hall: Hall, written: string): Promise<TicketRow | null | undefined> {
	const word = written.trim();
	if (word === '') return null;
	return (await ticketByToken(tx.k, tx.hall, word)) ?? ticketOfToday(tx, hall, word);
}

function originOf(hall: Hall, who: Who, device: string | null): SayOrigin {
	if (who.staff !== undefined) return isAllowed(hall, who, 'desk:work') ? 'desk' : 'window';
	return device === null ? 'phone' : 'kiosk';
}

/** Staff write down what they hear; of what visitors write themselves, only so much is taken in a minute. */
function limited(hall: Hall, who: Who, device: string | null): Refused | undefined {
	if (who.staff !== undefined) return undefined;
	const most = hall.setup.policies.say.perMinute;
	const own = `say ${device ?? ''}`;
	if (hall.tries.count('say') >= most) return refused('too-many-tries');
	if (device !== null && hall.tries.count(own) >= most / OF_ONE) return refused('too-many-tries');
	hall.tries.wrong('say');
	if (device !== null) hall.tries.wrong(own);
	return undefined;
}

/** At the kiosk, beside the window or at the desk; whoever writes on the own phone has it there. */
async function print(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, given, wish }: { row: CaseRow; given: Given; wish: SayWish }
): Promise<SlipRow | null> {
	if (given.origin === 'phone') return null;
	const zone = hall.setup.file.desks.find((one) => one.code === given.desk)?.zone ?? null;
	const at = { device: wish.device, window: who.window ?? null, zone, lang: wish.lang };
	return printReceipt(tx, hall, who, { row, at });
}
