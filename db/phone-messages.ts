import type { Kysely } from 'kysely';
import type { PhoneMessageRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addMessage(k: K, row: PhoneMessageRow): Promise<void> {
	await k.insertInto('phone_message').values(row).execute();
}

/** A message as it is after a try. */
export async function saveMessage(k: K, row: PhoneMessageRow): Promise<void> {
	const { hall, id, ...rest } = row;
	await k.updateTable('phone_message').set(rest).where('hall', '=', hall).where('id', '=', id).execute();
}

export function getMessage(k: K, hall: number, id: number): Promise<PhoneMessageRow | undefined> {
	return k.selectFrom('phone_message').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The message that this wish has already begun. */
export function messageByIntent(k: K, hall: number, intent: string): Promise<PhoneMessageRow | undefined> {
	return k
		.selectFrom('phone_message')
		.selectAll()
		.where('hall', '=', hall)
		.where('intent', '=', intent)
		.executeTakeFirst();
}

/** What is to be tried now, longest due first. */
export function messagesDue(k: K, of: { hall: number; at: number; most: number }): Promise<PhoneMessageRow[]> {
	return k
		.selectFrom('phone_message')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('next_at', '<=', of.at)
		.where('next_at', 'is not', null)
		.orderBy('next_at')
		.limit(of.most)
		.execute();
}

/** The newest messages, of one member of staff where one is named. */
export function newestMessages(
	k: K,
	of: { hall: number; staff: string | null; most: number }
): Promise<PhoneMessageRow[]> {
	return k
		.selectFrom('phone_message')
		.selectAll()
		.where('hall', '=', of.hall)
		.$if(of.staff !== null, (query) => query.where('staff', '=', of.staff ?? ''))
		.orderBy('id', 'desc')
		.limit(of.most)
		.execute();
}

/** Texts of messages that were changed last before a moment (ms) are forgotten, once sent or given up. */
export async function forgetTexts(k: K, of: { hall: number; before: number }): Promise<void> {
	await k
		.updateTable('phone_message')
		.set({ text: '' })
		.where('hall', '=', of.hall)
		.where('changed_at', '<', of.before)
		.where('next_at', 'is', null)
		.where('text', '<>', '')
		.execute();
}

/** Whether there is a text to forget. */
export async function hasTexts(k: K, of: { hall: number; before: number }): Promise<boolean> {
	const found = await k
		.selectFrom('phone_message')
		.select('id')
		.where('hall', '=', of.hall)
		.where('changed_at', '<', of.before)
		.where('next_at', 'is', null)
		.where('text', '<>', '')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
