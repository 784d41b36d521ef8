import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import { raiseAlarm, settleAlarm } from '../alarms/raise.ts';
import type { Hall } from '../hall.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import type { Term } from '../rules/workdays.ts';
import { toldAt } from '../incidents/told.ts';

/**
 * The first level is told as long as it lasts; each higher one by an alarm of its own, until somebody has seen it. A kind
 * with calls of its own has one alarm for every level, each as long as it lasts. What may concern whoever sits at a window
 * does not stir there.
 */
export async function tellHigher(
	tx: Tx,
	hall: Hall,
	{ kind, row }: { kind: CaseKind; row: CaseRow },
	level: number
): Promise<void> {
	const about = { code: caseNumber(row), owner: row.owner, level };
	const key = String(row.id);
	if (kind.calls) {
		await raiseAlarm(tx, hall, { kind: kind.calls.late, key: `${key}/${String(level)}`, window: null, about });
		return;
	}
	const of = { key, window: kind.impartial ? null : row.window, about };
	await raiseAlarm(tx, hall, { ...of, kind: 'case-overdue' });
	if (level > 1) await raiseAlarm(tx, hall, { ...of, key: `${of.key}/${String(level)}`, kind: 'case-escalated' });
}

/** After which times beyond the due one each level is told: of an incident, of minutes; of others, as the policy of cases says. */
export function escalatesAfter(hall: Hall, kind: CaseKind): readonly Term[] {
	const { cases, incidents } = hall.setup.policies;
	return kind.calls ? incidents.levels.map(({ afterMinutes }) => ({ minutes: afterMinutes })) : cases.escalateAfter;
}

/** Whom a level is, for the ledger; nothing for kinds that the whole hall answers for. */
export function levelTold(hall: Hall, kind: CaseKind, level: number): { told?: readonly string[] } {
	return kind.calls ? { told: toldAt(hall, level) } : {};
}

/** Ends the alarms whose cause is gone with this step. */
export async function settleCalls(
	tx: Tx,
	hall: Hall,
	kind: CaseKind,
	{ before, after }: { before: CaseRow; after: CaseRow }
): Promise<void> {
	const key = String(after.id);
	await settleRaised(tx, hall, kind, after);
	const timely = before.escalated > 0 && (after.state === 'closed' || after.escalated === 0);
	if (!kind.calls) {
		if (timely) await settleAlarm(tx, hall, { kind: 'case-overdue', key });
		return;
	}
	if (after.stage !== kind.first || after.state === 'closed')
		await settleAlarm(tx, hall, { kind: kind.calls.opened, key });
	for (let level = 1; timely && level <= before.escalated; level += 1)
		await settleAlarm(tx, hall, { kind: kind.calls.late, key: `${key}/${String(level)}` });
}

/** What was raised when a case was opened ends with it. */
async function settleRaised(tx: Tx, hall: Hall, { raised }: CaseKind, { id, state }: CaseRow): Promise<void> {
	if (raised && state === 'closed') await settleAlarm(tx, hall, { kind: raised, key: String(id) });
}
