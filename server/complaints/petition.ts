import { addComplaint, getComplaint, petitionFrom } from '#db/complaints.ts';
import { historyOfCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, ComplaintRow } from '#db/schema.ts';
import { personIn } from '../cases/asker.ts';
import { holdCase, keepCase, timeFor, type HeldCase } from '../cases/held.ts';
import { openCase } from '../cases/open.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { copySealed } from '../personal/keep.ts';
import { done, refused, type Result } from '../result.ts';
import { PETITION } from '../rules/cases/petition.ts';
import { mayHand } from '../rules/cases/hand.ts';
import { stepCase } from '../rules/cases/step.ts';
import { barredWording } from '../wording/written.ts';
import { officeOwner } from './owner.ts';

/**
 * A complaint that is a matter of petition becomes a case of its own, on the calendar of that law (信访工作条例 art. 22):
 * the complaint ends with that outcome and leads to it. What is known of the visitor goes with it.
 * @param text what the visitor is told
 */
export function turnIntoPetition(
	hall: Hall,
	who: Who,
	id: number,
	{ text, override = false }: { text: string; override?: boolean }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		const record = held && (await getComplaint(tx.k, tx.hall, id));
		if (!held || record?.kind !== 'complaint' || !seesCase(hall, who, held.row))
			return refused('case-unknown', String(id));
		if (held.row.outcome === PETITION.code) return again(tx, id);
		if (!mayHand(held.kind, held.row, personIn(hall, who))) return refused('not-your-case', held.row.owner);
		const written = { kind: 'complaint.to-petition', texts: [text], override };
		const { window, ticket } = held.row;
		const barred = await barredWording(tx, hall, who, { ...written, window, ticket });
		return barred ?? turn(tx, hall, who, { held, record, text });
	});
}

/** Turned already: once is enough. */
async function again(tx: Tx, id: number): Promise<Result<CaseRow>> {
	const record = await petitionFrom(tx.k, tx.hall, id);
	const held = record && (await holdCase(tx, record.id));
	return held ? done(held.row) : refused('case-closed', String(id));
}

async function turn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, record, text }: { held: HeldCase; record: ComplaintRow; text: string }
): Promise<Result<CaseRow>> {
	const { row, kind } = held;
	// Only this verb ends a complaint so: whoever may, acts through it.
	const person = { ...personIn(hall, who), system: true };
	const action = { type: 'act', act: 'to-petition', text, days: null, done: {} } as const;
	const stepped = stepCase(kind, row, { action, person }, timeFor(hall, kind));
	if (!stepped.ok) return refused(stepped.refusal, stepped.detail);
	const opened = await openPetition(tx, hall, who, { row, record });
	if (!opened.ok) return opened;
	const note = { name: 'case.closed', act: 'to-petition', text, body: { petition: opened.value.id } };
	await keepCase(tx, hall, who, { before: row, after: { ...stepped.row, joined_to: opened.value.id }, note });
	return opened;
}

async function openPetition(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, record }: { row: CaseRow; record: ComplaintRow }
): Promise<Result<CaseRow>> {
	const { route } = record;
	const owner = await officeOwner(tx, hall, { kind: 'petition', route, concerned: row.concerned });
	if (owner === undefined) return refused('nobody-impartial');
	const told = (await historyOfCase(tx.k, tx.hall, row.id)).find(({ act }) => act === 'told');
	const { window, ticket, leg, item, department, contact, concerned, about } = row;
	const place = { window, ticket, leg, item, department, contact, concerned, about };
	const opened = await openCase(tx, hall, who, { ...place, kind: PETITION.code, owner, text: told?.text ?? about });
	if (!opened.ok) return opened;
	const { id, day } = opened.value;
	const fresh = { class: null, against: null, opinion: null, notice: null, cause: null };
	const from = { kind: 'petition', from_case: row.id, taken_by: who.name } as const;
	await addComplaint(tx.k, { ...record, ...fresh, ...from, id, day });
	await copySealed(tx, hall, who, { from: { subject: 'case', of: row.id }, to: { subject: 'case', of: id } });
	return opened;
}
