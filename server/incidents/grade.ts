import { getCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { getIncident, saveSeverity } from '#db/incidents.ts';
import type { CaseRow, IncidentRow } from '#db/schema.ts';
import { holdCase, keepCase, noteCase, timeFor } from '../cases/held.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { nextMoment } from '../rules/cases/clock.ts';

const MINUTE_MS = 60_000;

type Graded = 1 | 2 | 3 | 4;

/** Another severity: while nobody has acknowledged, the response time is that of the new one, from the report on. */
export function gradeIncident(hall: Hall, who: Who, id: number, severity: Graded): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const found = await holdIncident(tx, hall, who, id);
		if (!found) return refused('incident-unknown', String(id));
		const held = await holdCase(tx, id);
		if (held?.row.state !== 'open') return refused('case-closed', String(id));
		const { row, kind } = held;
		await saveSeverity(tx.k, { ...found, severity });
		const due = row.opened_at + hall.setup.policies.incidents.responseMinutes[severity] * MINUTE_MS;
		const waits = row.stage === kind.first;
		const graded: CaseRow = { ...row, urgent: severity <= 2 ? 1 : 0, ...(waits ? { given_at: due, due_at: due } : {}) };
		const after = { ...graded, next_at: nextMoment(kind, graded, timeFor(hall, kind)) };
		const note = { name: 'case.graded', act: 'graded', body: { from: found.severity, severity } };
		return done(await keepCase(tx, hall, who, { before: row, after, note }));
	});
}

/** Somebody outside this system was told by telephone: by whom and when stands in the history of the incident. */
export function tellContact(hall: Hall, who: Who, id: number, contact: string): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const found = await holdIncident(tx, hall, who, id);
		const row = found && (await getCase(tx.k, tx.hall, id));
		if (!row) return refused('incident-unknown', String(id));
		if (row.state !== 'open') return refused('case-closed', String(id));
		const known = hall.setup.policies.incidents.contacts.find(({ code }) => code === contact);
		if (!known) return refused('contact-unknown', contact);
		const text = `${known.name.zh} ${known.phone}`;
		await noteCase(tx, hall, who, {
			row,
			note: { name: 'case.told-contact', act: 'told-contact', text, body: { told: [contact] } }
		});
		return done(row);
	});
}

/** An incident for who may see it. */
async function holdIncident(tx: Tx, hall: Hall, who: Who, id: number): Promise<IncidentRow | undefined> {
	const row = await getCase(tx.k, tx.hall, id);
	if (row?.kind !== 'incident' || !seesCase(hall, who, row)) return undefined;
	return getIncident(tx.k, tx.hall, id);
}
