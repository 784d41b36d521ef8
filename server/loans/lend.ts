import { addLoan, loanByIntent, loansOut } from '#db/loans.ts';
import type { Tx } from '#db/group.ts';
import type { LoanRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { noteKept } from './note.ts';
import { stockAt } from './stock.ts';

export interface LoanWish {
	good: string;
	desk: string;
	/** to whom: a ticket of today, else a tag kept as a deposit */
	ticket: number | null;
	tag: string;
	/** empty for who leaves none; sealed */
	phone: string;
	intent: string;
}

const MINUTE_MS = 60_000;

/** Lends something at a desk. Who borrows is a number or a tag: no name is asked for. */
export function lend(hall: Hall, who: Who, wish: LoanWish): Promise<Result<LoanRow>> {
	return hall.write(async (tx) => {
		const earlier = await loanByIntent(tx.k, tx.hall, wish.intent);
		if (earlier) return done(earlier);
		const good = hall.setup.goods.get(wish.good);
		const stock = good && (await stockAt(tx.k, hall, wish.good, wish.desk));
		if (!good || !stock) return refused('good-unknown', `${wish.good} ${wish.desk}`);
		if (stock.left < 1) return refused('nothing-left', wish.good);
		const barred = await barredBorrower(tx, hall, wish);
		if (barred) return barred;
		const phone = readPersonal({ phone: wish.phone });
		if (!phone.ok) return phone;
		const row = await begin(tx, hall, who, { wish, minutes: good.minutes });
		await keepSealed(tx, hall, who, { at: { subject: 'loan', of: row.id }, data: phone.value });
		return done(row);
	});
}

async function barredBorrower(tx: Tx, hall: Hall, { ticket, tag, desk }: LoanWish): Promise<Refused | undefined> {
	if (ticket !== null) {
		const known = await getTicket(tx.k, tx.hall, ticket);
		return known?.day === today(hall) ? undefined : refused('ticket-unknown', String(ticket));
	}
	if (tag.trim() === '') return refused('borrower-needed');
	const hangs = (await loansOut(tx.k, tx.hall)).some((row) => row.desk === desk && row.tag === tag.trim());
	return hangs ? refused('tag-in-use', tag.trim()) : undefined;
}

async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, minutes }: { wish: LoanWish; minutes: number }
): Promise<LoanRow> {
	const { good, desk, ticket, intent } = wish;
	const at = hall.clock.now();
	const due = at + minutes * MINUTE_MS;
	const id = await noteKept(tx, hall, who, { act: 'loan.lent', ticket, body: { good, desk, dueAt: due } });
	const row: LoanRow = {
		...{ hall: tx.hall, id, day: today(hall), good, desk, state: 'out', ticket },
		...{ tag: ticket === null ? wish.tag.trim() : null, lent_by: who.name, lent_at: at, due_at: due },
		...{ ended_by: null, ended_at: null, intent }
	};
	await addLoan(tx.k, row);
	return row;
}
