import type { Tx } from '#db/group.ts';
import { getPhoneCall } from '#db/phone-calls.ts';
import { addNuisance, nuisanceOf } from '#db/phone-nuisance.ts';
import type { CaseRow, PhoneCallRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { openCase } from '../cases/open.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed } from '../personal/keep.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { blockedUntil, isProtected } from '../rules/telephone/nuisance.ts';
import { factsOf } from '../telephone/cases.ts';
import { addAct, numberOf, ownCall } from '../telephone/held.ts';

/** Why somebody is a nuisance, and by which calls. */
export interface NuisanceWish {
	text: string;
	/** ids of calls from the same number, the call at hand among them */
	calls: readonly number[];
}

/**
 * Proposes to hold a nuisance caller back for a time (P-06), by who took the call, with the calls bound to it. It is a case
 * that another person, a supervisor, confirms or refuses.
 */
export function proposeNuisance(hall: Hall, who: Who, id: number, wish: NuisanceWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const own = await ownCall(tx, hall, who, id);
		if (!own.ok) return own;
		const { staff } = who;
		if (staff === undefined) return refused('staff-unknown', who.name);
		const calls = await callsOf(tx, [...new Set([id, ...wish.calls])]);
		const number = await numberOf(tx, hall, id);
		const barred = await barredProposal(tx, hall, { call: own.value, calls, number, text: wish.text });
		if (barred) return barred;
		const evidence = { calls: calls.map(factsOf) };
		const about = wish.text.slice(0, ABOUT);
		const begin = { kind: 'nuisance', owner: staff, about, text: wish.text, evidence };
		const opened = await openCase(tx, hall, who, begin);
		if (!opened.ok) return opened;
		await keep(tx, hall, who, { call: own.value, calls, row: opened.value, number: number ?? '' });
		return opened;
	});
}

const ABOUT = 60;

async function callsOf(tx: Tx, ids: readonly number[]): Promise<PhoneCallRow[]> {
	const rows = await Promise.all(ids.map((id) => getPhoneCall(tx.k, tx.hall, id)));
	return rows.filter((row) => row !== undefined);
}

/** Why a number cannot be proposed. */
async function barredProposal(
	tx: Tx,
	hall: Hall,
	{ call, calls, number, text }: { call: PhoneCallRow; calls: PhoneCallRow[]; number: string | undefined; text: string }
): Promise<Refused | undefined> {
	const { leastCalls } = hall.setup.policies.telephone.nuisance;
	if (text.trim() === '') return refused('text-needed', 'nuisance');
	if (number === undefined || call.caller === null) return refused('number-needed');
	if (isProtected(number, numbersOf(hall))) return refused('number-protected');
	const same = calls.filter(({ caller }) => caller === call.caller);
	if (same.length < calls.length || calls.length < leastCalls) return refused('nuisance-calls', String(leastCalls));
	const now = hall.clock.now();
	const known = await nuisanceOf(tx.k, tx.hall, call.caller);
	const open = known.some((one) => one.state === 'open' || blockedUntil(one, now) !== null);
	return open ? refused('nuisance-open') : undefined;
}

/** The numbers that are never held back: of the hall, its lines, desks and departments, and those of the hall file. */
export function numbersOf(hall: Hall): string[] {
	const { file, policies } = hall.setup;
	const phones = [
		file.hall.phone,
		...file.departments.map(({ phone }) => phone),
		...file.desks.map(({ phone }) => phone)
	];
	const own = [
		...file.telephone.lines.map(({ number }) => number),
		...file.telephone.extensions.map((one) => one.extension)
	];
	return [...policies.telephone.nuisance.never, ...own, ...phones.filter((one) => one !== null)];
}

async function keep(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ call, calls, row, number }: { call: PhoneCallRow; calls: PhoneCallRow[]; row: CaseRow; number: string }
): Promise<void> {
	const { blockDays: days } = hall.setup.policies.telephone.nuisance;
	const none = { lifted_by: null, lifted_at: null };
	const ids = JSON.stringify(calls.map(({ id }) => id));
	await addNuisance(tx.k, { hall: tx.hall, case: row.id, caller: call.caller ?? '', days, calls: ids, ...none });
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: row.id }, data: { phone: number } });
	await addAct(tx, hall, who, { call, act: 'nuisance-proposed', of: row.id });
	const about = { code: caseNumber(row) };
	await raiseAlarm(tx, hall, { kind: 'nuisance-proposed', key: String(row.id), window: null, about });
}
