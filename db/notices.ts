import { sql, type Kysely } from 'kysely';
import type { NoticeRow, NoticeState, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addNotice(k: K, row: NoticeRow): Promise<void> {
	await k.insertInto('notice').values(row).execute();
}

export function getNotice(k: K, hall: number, id: number): Promise<NoticeRow | undefined> {
	return k.selectFrom('notice').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The notice that this wish has already given. */
export function noticeByIntent(k: K, hall: number, intent: string): Promise<NoticeRow | undefined> {
	return k.selectFrom('notice').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

export function noticeByCode(k: K, hall: number, code: string): Promise<NoticeRow | undefined> {
	return k.selectFrom('notice').selectAll().where('hall', '=', hall).where('code', '=', code).executeTakeFirst();
}

/** The notice that stands in the place of another one. */
export function noticeAfter(k: K, hall: number, earlier: number): Promise<NoticeRow | undefined> {
	return k
		.selectFrom('notice')
		.selectAll()
		.where('hall', '=', hall)
		.where('earlier', '=', earlier)
		.where('earlier', 'is not', null)
		.where('state', '<>', sql.lit('void' as const))
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The newest notice of missing papers in a matter that is not over, given on or after a day. */
export function noticeOfMatter(k: K, of: { hall: number; hash: string; from: string }): Promise<NoticeRow | undefined> {
	return k
		.selectFrom('notice')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('matter_hash', '=', of.hash)
		.where('matter_hash', 'is not', null)
		.where('kind', '=', 'missing')
		.where('state', 'in', ['open', 'complete'])
		.where('day', '>=', of.from)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** What was told in writing to the visitor of a ticket, first first. */
export function noticesOfTicket(k: K, hall: number, ticket: number): Promise<NoticeRow[]> {
	return k
		.selectFrom('notice')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('id')
		.execute();
}

/** What was told from one service day to another, both included; oldest first. */
export function noticesBetween(k: K, hall: number, { from, to }: { from: string; to: string }): Promise<NoticeRow[]> {
	return k
		.selectFrom('notice')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.orderBy('id')
		.execute();
}

/** The newest thing told at a window on a day. */
export function lastToldAt(k: K, of: { hall: number; day: string; window: string }): Promise<NoticeRow | undefined> {
	return k
		.selectFrom('notice')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '=', of.day)
		.where('window', '=', of.window)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** A notice as it is after an act. */
export async function saveNotice(k: K, row: NoticeRow): Promise<void> {
	const { state, intent, due_day, matter_hash, body, returned, changed_at } = row;
	await k
		.updateTable('notice')
		.set({ state, intent, due_day, matter_hash, body, returned, changed_at })
		.where('hall', '=', row.hall)
		.where('id', '=', row.id)
		.execute();
}

/** Moves a notice from one state to another; nothing happens to one that is in a third. */
export async function moveNotice(
	k: K,
	of: { hall: number; id: number; from: NoticeState; to: NoticeState; at: number }
): Promise<void> {
	await k
		.updateTable('notice')
		.set({ state: of.to, changed_at: of.at })
		.where('hall', '=', of.hall)
		.where('id', '=', of.id)
		.where('state', '=', of.from)
		.execute();
}

/** Forgets whose matters those were that are over, or were told before a day. */
export async function forgetMatters(k: K, hall: number, before: string): Promise<void> {
	await k
		.updateTable('notice')
		.set({ matter_hash: null })
		.where('hall', '=', hall)
		.where('matter_hash', 'is not', null)
		.where((e) => e.or([e('day', '<', before), e('state', 'not in', ['open', 'complete'])]))
		.execute();
}
