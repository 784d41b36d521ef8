import { getComplaint, saveComplaint } from '#db/complaints.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow, ComplaintAgainst, ComplaintClass, ComplaintRow, UnsolvedCause } from '#db/schema.ts';
import { personIn } from '../cases/asker.ts';
import { holdCase, keepCase, noteCase, takeCase, timeFor, type CaseNote, type HeldCase } from '../cases/held.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isUrgentClass, routeOf } from '../rules/complaints.ts';
import { mayHand, offeredAt } from '../rules/cases/hand.ts';
import { hurryCase } from '../rules/cases/step.ts';
import { officeOwner } from './owner.ts';
import { callWho } from './take.ts';

/** What a complaint turned out to be about; or why something could not be done. */
export interface SortWish {
	class: ComplaintClass | null;
	against: ComplaintAgainst | null;
	department: string | null;
	cause: UnsolvedCause | null;
}

/**
 * Sorts it anew. The class decides the way (C-02): where that is another one now, it is handed to who answers for that
 * way, and stays with its owner until it is accepted.
 */
export function sortComplaint(hall: Hall, who: Who, id: number, wish: SortWish): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		const record = held && (await getComplaint(tx.k, tx.hall, id));
		if (!held || !record || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		if (!mayHand(held.kind, held.row, personIn(hall, who))) return refused('not-your-case', held.row.owner);
		if (wish.department !== null && !hall.setup.departments.has(wish.department)) {
			return refused('bad-request', 'department');
		}
		const sorted = sortedAs(hall, record, wish);
		if (!sorted) return refused('bad-request', record.kind);
		await saveComplaint(tx.k, sorted);
		const { class: sort, route, cause } = sorted;
		const body = { class: sort, route, cause };
		const note = { name: 'case.sorted', act: 'sorted', body };
		const row = await keepSorted(tx, hall, who, { held, sorted, note });
		return sorted.route === record.route ? done(row) : handOn(tx, hall, who, { held: { ...held, row }, sorted });
	});
}

/** What turns out to be of an urgent class is looked into at once from now on (C-05). */
async function keepSorted(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held: { row, kind }, sorted, note }: { held: HeldCase; sorted: ComplaintRow; note: CaseNote }
): Promise<CaseRow> {
	const hurries = row.state === 'open' && row.urgent === 0 && sorted.class !== null && isUrgentClass(sorted.class);
	if (!hurries) {
		await noteCase(tx, hall, who, { row, note });
		return row;
	}
	const after = hurryCase(kind, row, timeFor(hall, kind));
	const kept = await keepCase(tx, hall, who, { before: row, after, note });
	if (kept.stage === kind.first) await callWho(tx, hall, kept);
	return kept;
}

/** Only a complaint has a class, and only what could not be solved a cause. */
function sortedAs(hall: Hall, row: ComplaintRow, wish: SortWish): ComplaintRow | undefined {
	const department = wish.department ?? row.department;
	if (row.kind === 'unsolved') return wish.cause === null ? undefined : { ...row, department, cause: wish.cause };
	const { class: sort, against } = wish;
	if (row.kind !== 'complaint' || sort === null) return undefined;
	const said = { class: sort, against: against ?? row.against ?? 'hall' };
	return { ...row, ...said, department, route: routeOf(said, hall.setup.policies.complaints.classes) };
}

async function handOn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, sorted }: { held: HeldCase; sorted: ComplaintRow }
): Promise<Result<CaseRow>> {
	const { row } = held;
	const of = { kind: sorted.kind, route: sorted.route, concerned: row.concerned };
	const to = row.state === 'open' && offeredAt(row) === null ? await officeOwner(tx, hall, of) : undefined;
	if (to === undefined || to === row.owner) return done(row);
	const note = { name: 'case.offered', act: 'offered' };
	return takeCase(tx, hall, who, { held, action: { type: 'offer', to }, note });
}
