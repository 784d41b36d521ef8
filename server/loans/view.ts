import { loansOut, stockChanges } from '#db/loans.ts';
import type { LoanRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { maskedPerson } from '../personal/keep.ts';
import { contentState, stockOf } from '../rules/loans.ts';
import type { GoodEntry } from '../setup/schema.ts';
import type { DeskLoans, GoodView, LoanView } from '../views.ts';
import { endingFrom } from './watch.ts';

/** What a desk lends and what is out; of every desk for the seat that looks after the whole hall. */
export async function deskLoans(hall: Hall, desk: string): Promise<DeskLoans> {
	const [changes, out] = [await stockChanges(hall.read, hall.id), await loansOut(hall.read, hall.id)];
	const shown = hall.setup.file.goods.flatMap((good) =>
		good.stock
			.filter((stock) => desk === '' || stock.desk === desk)
			.map((stock) => ({ good, desk: stock.desk, ...stockOf({ good: good.code, ...stock }, changes, out) }))
	);
	return {
		goods: shown.map((one) => goodView(hall, one)),
		out: await Promise.all(out.map((row) => loanView(hall, row)))
	};
}

function goodView(
	hall: Hall,
	{ good, desk, count, left }: { good: GoodEntry; desk: string; count: number; left: number }
): GoodView {
	const day = today(hall);
	const contents = good.contents.map(({ name, expires }) => ({
		name,
		expires,
		state: contentState(expires, { today: day, endingFrom: expires === null ? '' : endingFrom(expires) })
	}));
	return { code: good.code, name: good.name, desk, count, left, contents };
}

/** One loan, as desks and the API tell it: a telephone only masked. */
export async function loanView(hall: Hall, row: LoanRow): Promise<LoanView> {
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	const person = await maskedPerson(hall, { subject: 'loan', of: row.id });
	return {
		...{ id: row.id, good: row.good, desk: row.desk, state: row.state, tag: row.tag },
		name: hall.setup.goods.get(row.good)?.name ?? { zh: row.good, en: row.good },
		number: ticket?.number ?? null,
		lentAt: row.lent_at,
		lentBy: row.lent_by.replace(/^staff:/, ''),
		dueAt: row.due_at,
		overdue: row.state === 'out' && row.due_at < hall.clock.now(),
		phone: person?.phone ?? null
	};
}
