import { addHelp, helpBetween, helpByToken, liveHelp, saveHelp } from '#db/help.ts';
import type { Tx } from '#db/group.ts';
import type { HelpRow, HelpWish, TicketRow } from '#db/schema.ts';
import { openCase } from '../cases/open.ts';
import { freestOwner } from '../cases/owner.ts';
import { holdCase } from '../cases/held.ts';
import { actInCase } from '../cases/act.ts';
import { noteHelp } from './follow.ts';
import { HOLDER } from '../follow/holder.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { HELP } from '../rules/cases/help.ts';
import { zoneOfQueue } from '../setup/places.ts';
import { newToken, ticketByToken } from '../tickets/token.ts';

export interface HelpAsk {
	what: HelpWish;
	/** the kiosk, as the hall file names it */
	device: string | null;
	/** of the visitor's number */
	token: string | null;
	lang: string;
}

/**
 * Somebody calls for help (K-05). From one kiosk, or for one number, one call goes on at a time: who asks again, for
 * something else, changes what is wanted and gets the same call. A number that calls and calls off is not heard without end.
 */
export async function callForHelp(hall: Hall, who: Who, ask: HelpAsk): Promise<Result<HelpRow>> {
	const ticket = ask.token === null ? undefined : await ticketByToken(hall.read, hall.id, ask.token);
	// A number of another day stands in nobody's hand in the hall.
	if (ask.token !== null && ticket?.day !== today(hall)) return refused('ticket-unknown');
	const device = hall.setup.kiosks.has(ask.device ?? '') ? ask.device : null;
	if (!ticket && device === null) return refused('help-from-nowhere');
	return hall.write(async (tx) => {
		const live = await liveHelp(tx.k, tx.hall);
		const same = live.find((row) => (ticket ? row.ticket === ticket.id : row.device === device && row.ticket === null));
		if (same) return done(await changed(tx, hall, same, ask.what));
		if (ticket && (await callsOf(tx, hall, ticket)) >= MOST_CALLS) return refused('too-many-tries');
		return begin(tx, hall, who, { ...ask, device, ticket });
	});
}

/** Who has called off and called again so often in this time asks at the desk. */
const MOST_CALLS = 3;
const OFTEN_MS = 600_000;

async function callsOf(tx: Tx, hall: Hall, { id }: TicketRow): Promise<number> {
	const day = today(hall);
	const rows = await helpBetween(tx.k, { hall: tx.hall, from: day, to: day });
	return rows.filter((row) => row.ticket === id && row.called_at > hall.clock.now() - OFTEN_MS).length;
}

async function changed(tx: Tx, hall: Hall, row: HelpRow, what: HelpWish): Promise<HelpRow> {
	if (row.what === what) return row;
	await saveHelp(tx.k, { ...row, what });
	await noteHelp(tx, hall, { row, act: 'help.changed', body: { what } });
	return { ...row, what };
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ what, device, ticket, lang }: HelpAsk & { ticket: TicketRow | undefined }
): Promise<Result<HelpRow>> {
	const zone = zoneOf(hall, device, ticket);
	const desk = hall.setup.file.desks.find((one) => one.zone === zone)?.code ?? null;
	const owner = await ownerAt(tx, hall, desk);
	if (owner === undefined) return refused('help-from-nowhere');
	const wish = { kind: HELP.code, owner, about: what, ticket: ticket?.id ?? null, desk, urgent: true };
	const opened = await openCase(tx, hall, who, wish);
	if (!opened.ok) return opened;
	const at = hall.clock.now();
	const row: HelpRow = {
		...{ hall: tx.hall, case: opened.value.id, token: newToken(opened.value.id), what, device, zone },
		...{ ticket: ticket?.id ?? null, lang, day: today(hall), called_at: at },
		...{ coming_by: null, coming_at: null, there_at: null, ended_at: null }
	};
	await addHelp(tx.k, row);
	await noteHelp(tx, hall, { row, act: 'help.called', body: { what, device } });
	return done(row);
}

/** Of the desk of the zone; where nobody belongs to it, of the whole hall. */
async function ownerAt(tx: Tx, hall: Hall, desk: string | null): Promise<string | undefined> {
	const wish = { roles: HELP.roles, kinds: [HELP.code], except: null };
	return (await freestOwner(tx, hall, { ...wish, desk })) ?? freestOwner(tx, hall, wish);
}

function zoneOf(hall: Hall, device: string | null, ticket: TicketRow | undefined): string | null {
	if (ticket) return zoneOfQueue(hall.setup, ticket.queue);
	return hall.setup.kiosks.get(device ?? '')?.zones?.[0] ?? null;
}

/** The visitor does not need it any more. */
export function callOff(hall: Hall, who: Who, token: string): Promise<Result<HelpRow>> {
	return hall.write(async (tx) => {
		const row = await helpByToken(tx.k, tx.hall, token);
		if (!row) return refused('help-unknown');
		if (row.ended_at !== null) return done(row);
		const held = await holdCase(tx, row.case);
		if (!held) throw new Error('a call for help has no case');
		const wish = { act: 'called-off', text: '', days: null };
		const acted = await actInCase(tx, hall, who, { held, wish, person: HOLDER });
		if (!acted.ok) return acted;
		return done((await helpByToken(tx.k, tx.hall, token)) ?? row);
	});
}
