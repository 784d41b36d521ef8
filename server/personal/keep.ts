import type { Tx } from '#db/group.ts';
import { deleteBy, keepPersonal, personalOf } from '#db/personal.ts';
import type { PersonalRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { masked, PERSONAL_FIELDS, readPhone, type OpeningReason, type PersonalField } from '../rules/mask.ts';
import type { MaskedPerson } from '../views/cases.ts';

const DAY_MS = 86_400_000;

/** What personal data belongs to: a delivery, a case. */
export interface Subject {
	subject: 'delivery' | 'case' | 'opinion' | 'loan' | 'phone-call' | 'phone-message';
	of: number;
}

export type PersonalData = Partial<Record<PersonalField, string>>;

/** Personal data as it may be kept; refuses a telephone number that is none. Empty values are left out. */
export function readPersonal(given: PersonalData): Result<PersonalData> {
	const read: PersonalData = {};
	for (const field of PERSONAL_FIELDS) {
		const value = given[field]?.trim() ?? '';
		if (value === '') continue;
		const kept = field === 'phone' ? readPhone(value) : value;
		if (kept === undefined) return refused('phone-invalid');
		read[field] = kept;
	}
	return done(read);
}

/** Seals what is known of a person and keeps it for its purpose; the ledger line names the fields only. */
export async function keepSealed(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ at, data }: { at: Subject; data: PersonalData }
): Promise<void> {
	const now = hall.clock.now();
	const of = { hall: tx.hall, ...at };
	const fields = PERSONAL_FIELDS.filter((field) => data[field] !== undefined);
	if (fields.length === 0) return;
	for (const field of fields) {
		const sealed = hall.seals.seal({ ...of, field }, data[field] ?? '');
		const until = now + hall.setup.policies.personal.keepDaysAtMost * DAY_MS;
		await keepPersonal(tx.k, { ...of, field, sealed, kept_at: now, delete_at: until, deleted_at: null });
	}
	await noteOf(tx, hall, who, { act: 'personal.kept', body: { ...at, fields } });
}

/** Keeps what is known of one thing for another as well, for as long as it is known; the ledger names the fields only. */
export async function copySealed(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ from, to }: { from: Subject; to: Subject }
): Promise<void> {
	const rows = await personalOf(tx.k, { hall: tx.hall, ...from });
	const data: PersonalData = {};
	for (const field of PERSONAL_FIELDS) {
		const value = opened(hall, rows, field);
		if (value !== null) data[field] = value;
	}
	await keepSealed(tx, hall, who, { at: to, data });
}

/** What it was needed for is over: it is kept for some days more, and then deleted. */
export async function noLongerNeeded(tx: Tx, hall: Hall, at: Subject): Promise<void> {
	const until = hall.clock.now() + hall.setup.policies.personal.keepDaysAfter * DAY_MS;
	await deleteBy(tx.k, { hall: tx.hall, ...at }, until);
}

/** The masked form, for who need not know it whole; null where nothing was kept. */
export async function maskedPerson(hall: Hall, at: Subject): Promise<MaskedPerson | null> {
	const rows = await personalOf(hall.read, { hall: hall.id, ...at });
	if (rows.length === 0) return null;
	const shown = (field: PersonalField): string | null => {
		const value = opened(hall, rows, field);
		return value === null ? null : masked(field, value);
	};
	const gone = rows.every((row) => row.sealed === null);
	return { name: shown('name'), phone: shown('phone'), address: shown('address'), gone };
}

/**
 * Opens what is sealed, for a reason that stands in the ledger with who opened it.
 * The caller has asked whether this person may see this subject at all.
 */
export async function openSealed(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ at, reason }: { at: Subject; reason: OpeningReason }
): Promise<Result<Record<PersonalField, string | null>>> {
	const rows = await personalOf(tx.k, { hall: tx.hall, ...at });
	const value = (field: PersonalField): string | null => opened(hall, rows, field);
	const person = { name: value('name'), phone: value('phone'), address: value('address') };
	if (Object.values(person).every((one) => one === null)) return refused('personal-gone');
	const fields = PERSONAL_FIELDS.filter((field) => person[field] !== null);
	await noteOf(tx, hall, who, { act: 'personal.opened', body: { ...at, fields, reason } });
	return done(person);
}

function opened(hall: Hall, rows: readonly PersonalRow[], field: PersonalField): string | null {
	const row = rows.find((one) => one.field === field);
	return row?.sealed == null ? null : (hall.seals.unseal(row, row.sealed) ?? null);
}

/** A line about personal data; it never holds any. */
export async function noteOf(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ act, body }: { act: string; body: object }
): Promise<number> {
	const place = { ticket: null, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act, actor: who.name, ...place, body });
}
