import { getCase } from '#db/cases.ts';
import { callsOfCaller, phoneActsOf } from '#db/phone-calls.ts';
import type { PhoneActRow, PhoneCallRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { maskedPerson } from '../personal/keep.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { codeText } from '../rules/visitor-code.ts';
import type { PhoneCallView, PhoneLine } from '../views.ts';

/** So many earlier calls of a number are shown. */
const EARLIER = 6;

/** One call in a list: the number it came from is masked. */
export async function phoneLine(hall: Hall, row: PhoneCallRow): Promise<PhoneLine> {
	const person = row.caller === null ? null : await maskedPerson(hall, { subject: 'phone-call', of: row.id });
	return {
		id: row.id,
		line: hall.setup.file.telephone.lines.find(({ code }) => code === row.line)?.name ?? null,
		caller: person?.phone ?? null,
		state: row.state,
		rangAt: row.rang_at,
		answeredAt: row.answered_at,
		endedAt: row.ended_at,
		talker: row.talker
	};
}

/** A call for who has it. */
export async function phoneCallView(hall: Hall, row: PhoneCallRow): Promise<PhoneCallView> {
	const acts = await phoneActsOf(hall.read, hall.id, row.id);
	const check = acts.findLast(({ act }) => act === 'checked' || act === 'check-failed');
	return {
		...(await phoneLine(hall, row)),
		system: row.system,
		late: row.late === 1,
		holds: row.holds,
		heldMs: row.held_ms,
		heldSince: row.held_since,
		checked: check?.act === 'checked',
		acts: await Promise.all(acts.map((one) => actView(hall, one))),
		earlier: await earlierOf(hall, row)
	};
}

async function actView(
	hall: Hall,
	{ act, at, staff, case: id, body }: PhoneActRow
): Promise<PhoneCallView['acts'][number]> {
	const of = id === null ? undefined : await getCase(hall.read, hall.id, id);
	const said = JSON.parse(body) as { to?: string; number?: string; key?: string };
	return {
		act,
		at,
		staff,
		case: of ? caseNumber(of) : null,
		about: said.number ?? said.to ?? codeText(of?.code ?? '')
	};
}

async function earlierOf(hall: Hall, row: PhoneCallRow): Promise<PhoneCallView['earlier']> {
	if (row.caller === null) return [];
	const rows = await callsOfCaller(hall.read, { hall: hall.id, caller: row.caller, most: EARLIER });
	return rows
		.filter(({ id }) => id !== row.id)
		.map(({ id, rang_at: at, state, class: name }) => ({ id, at, state, class: name }));
}
