import { evidenceOf, historyOfCase } from '#db/cases.ts';
import { getComplaint } from '#db/complaints.ts';
import { linesAt } from '#db/ledger.ts';
import type { CaseRow, ComplaintRow } from '#db/schema.ts';
import { evidenceHolds } from '../cases/evidence.ts';
import { frozen, holdCase, noteCase } from '../cases/held.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import type { ComplaintFile } from '../views.ts';

/**
 * Everything that is known of one complaint, for the archive (GB/T 36113): record, timeline with the hashes of the ledger,
 * evidence with its own. Name and telephone stay sealed. That it was taken away stands in the ledger, with its hash.
 */
export function exportComplaint(hall: Hall, who: Who, id: number): Promise<Result<ComplaintFile>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		const record = held && (await getComplaint(tx.k, tx.hall, id));
		if (!held || !record || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		if (!isAllowed(hall, who, 'case:read-any')) return refused('not-allowed', 'case:read-any');
		const history = await historyOfCase(tx.k, tx.hall, id);
		const lines = await linesAt(
			tx.k,
			tx.hall,
			history.map(({ line }) => line)
		);
		const hashes = new Map(lines.map(({ seq, hash }) => [seq, hash]));
		const bodies = new Map(history.map(({ line, body }) => [line, body]));
		const evidence = await evidenceOf(tx.k, tx.hall, id);
		const whole = {
			...{ hall: hall.setup.file.hall.name, madeAt: hall.clock.now(), madeBy: who.name },
			record: recordIn(held.row, record),
			timeline: history.map(({ line, at, act, actor, text }) => ({
				...{ line, at, act, actor, text },
				hash: hashes.get(line) ?? ''
			})),
			evidence: evidence.map((one) => ({
				...{ line: one.line, at: one.at, hash: one.hash, facts: JSON.parse(one.body) as unknown },
				holds: evidenceHolds(one, bodies.get(one.line) ?? '{}')
			}))
		};
		const { hash } = frozen(whole);
		const note = { name: 'case.exported', act: 'exported', body: { file: hash } };
		await noteCase(tx, hall, who, { row: held.row, note });
		return done({ ...whole, hash });
	});
}

/** What the two rows say, but what leads to the visitor. */
function recordIn(row: CaseRow, record: ComplaintRow): ComplaintFile['record'] {
	const { kind, day, class: sort, against, route, origin, taken_by, department, staff } = record;
	const { window, item, ticket, opinion, notice, cause, from_case } = record;
	const { state, stage, outcome, owner, first_owner, urgent, late, explained, joined_to } = row;
	const { opened_at, staged_at, due_at, closed_at, told_at, told_way, reopened_at } = row;
	return {
		number: caseNumber(row),
		...{ kind, day, class: sort, against, route, origin, taken_by, department, staff },
		...{ window, item, ticket, opinion, notice, cause, from_case },
		...{ state, stage, outcome, owner, first_owner, urgent, late, explained, joined_to },
		...{ opened_at, staged_at, due_at, closed_at, told_at, told_way, reopened_at }
	};
}
