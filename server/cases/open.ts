import { addCase, addCaseLine, caseByIntent } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { getStaff } from '#db/people.ts';
import type { CaseRow, Contact } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { NOT_OFFERED } from '../rules/cases/hand.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { beginCase } from '../rules/cases/step.ts';
import { freeCode } from '../codes/free.ts';
import { bindEvidence } from './evidence.ts';
import { noteCase, timeFor } from './held.ts';

/** What a case is begun with. */
export interface CaseWish {
	kind: string;
	/** staff number of who answers for it; also the first owner 首问 */
	owner: string;
	/** a line for the list; it may name people, and is kept out of the ledger */
	about: string;
	/** what was said or written, in full */
	text?: string;
	window?: string | null;
	ticket?: number | null;
	leg?: number | null;
	item?: string | null;
	/** the staff number it is about */
	concerned?: string | null;
	urgent?: boolean;
	/** the date it was given: the last moment in time */
	givenAt?: number | null;
	/** the desk and the department that it is with, by their codes */
	desk?: string | null;
	department?: string | null;
	/** how the visitor wants to hear of it */
	contact?: Contact;
	/** ms; when it began, where that was before it came here */
	openedAt?: number;
	/** further facts to be frozen with it, beside what is known of the ticket */
	evidence?: object;
	/** the client's id of its wish; the same intent is the same case */
	intent?: string | null;
}

/**
 * Opens a case within a verb. It has an owner from the first moment: a member of staff who is there, and whom it does not
 * concern where the kind is impartial.
 */
export async function openCase(tx: Tx, hall: Hall, who: Who, wish: CaseWish): Promise<Result<CaseRow>> {
	const earlier = wish.intent ? await caseByIntent(tx.k, tx.hall, wish.intent) : undefined;
	if (earlier) return done(earlier);
	const kind = caseKind(wish.kind);
	const barred = await barredOwner(tx, kind, wish.owner, wish);
	return barred ?? done(await begin(tx, hall, who, { kind, wish }));
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ kind, wish }: { kind: CaseKind; wish: CaseWish }
): Promise<CaseRow> {
	const begun = beginCase(kind, newRow(tx, hall, who, wish), timeFor(hall, kind));
	const note = { name: 'case.opened', act: 'opened', body: { firstOwner: begun.first_owner, item: begun.item } };
	const id = await noteCase(tx, hall, who, { row: begun, note });
	const row: CaseRow = { ...begun, id, code: kind.coded ? await freeCode(tx) : null };
	await addCase(tx.k, row);
	await addCaseLine(tx.k, { hall: tx.hall, case: id, line: id, act: 'opened', text: '', salt: '' });
	if (wish.text) await noteText(tx, hall, who, { row, text: wish.text });
	if (kind.freezes || wish.evidence) await bindEvidence(tx, hall, who, { row, more: wish.evidence ?? {} });
	return row;
}

/** The first words of a case, as a line of their own: the line that opens it does not know its own number. */
async function noteText(tx: Tx, hall: Hall, who: Who, { row, text }: { row: CaseRow; text: string }): Promise<void> {
	await noteCase(tx, hall, who, { row, note: { name: 'case.told', act: 'told', text } });
}

/** Whether somebody cannot own a case of this kind. */
export async function barredOwner(
	tx: Tx,
	kind: CaseKind,
	staff: string,
	of: { concerned?: string | null }
): Promise<Refused | undefined> {
	const known = await getStaff(tx.k, tx.hall, staff);
	if (known?.active !== 1) return refused('staff-unknown', staff);
	if (!kind.roles.includes(known.role)) return refused('role-unfit', staff);
	return isConflict(kind, of.concerned ?? null, staff) ? refused('conflict-of-interest', staff) : undefined;
}

function newRow(tx: Tx, hall: Hall, who: Who, wish: CaseWish): CaseRow {
	const at = hall.clock.now();
	return {
		...FRESH,
		hall: tx.hall,
		kind: wish.kind,
		day: today(hall),
		owner: wish.owner,
		first_owner: wish.owner,
		concerned: wish.concerned ?? null,
		moved_by: who.name,
		...placeOf(wish),
		about: wish.about,
		urgent: wish.urgent === true ? 1 : 0,
		given_at: wish.givenAt ?? null,
		opened_at: wish.openedAt ?? at,
		staged_at: at,
		intent: wish.intent ?? null
	};
}

type PlaceKey = 'window' | 'ticket' | 'leg' | 'item' | 'desk' | 'department' | 'contact';

function placeOf(wish: CaseWish): Pick<CaseRow, PlaceKey> {
	const { window = null, ticket = null, leg = null, item = null } = wish;
	const { desk = null, department = null, contact = 'none' } = wish;
	return { window, ticket, leg, item, desk, department, contact };
}

/** What every case begins with; its stage and times are the rule's. */
const FRESH = {
	id: 0,
	state: 'open',
	stage: '',
	outcome: null,
	...NOT_OFFERED,
	joined_to: null,
	told_at: null,
	told_way: null,
	reopened_at: null,
	due_at: null,
	next_at: null,
	reminded: 0,
	escalated: 0,
	asked: null,
	extended: 0,
	late: 0,
	explained: 0,
	closed_at: null,
	code: null
} as const;
