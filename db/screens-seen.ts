import type { Kysely } from 'kysely';
import type { ScreenSeenRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** A screen is on the line of a process, which tells how it is. */
export async function screenSeen(k: K, row: ScreenSeenRow): Promise<void> {
	await k
		.insertInto('screen_seen')
		.values(row)
		.onConflict((c) => c.columns(['hall', 'device']).doUpdateSet(row))
		.execute();
}

/** A screen is on the line of that process no more; where another one has it meanwhile, nothing changes. */
export async function screenLeft(k: K, { hall, device, server, seen_at }: ScreenSeenRow): Promise<void> {
	await k
		.updateTable('screen_seen')
		.set({ connected: 0, seen_at })
		.where('hall', '=', hall)
		.where('device', '=', device)
		.where('server', '=', server)
		.execute();
}

/** The screens of which other processes wrote last. */
export function screensElsewhere(k: K, hall: number, server: string): Promise<ScreenSeenRow[]> {
	return k
		.selectFrom('screen_seen')
		.selectAll()
		.where('hall', '=', hall)
		.where('server', '<>', server)
		.orderBy('device')
		.execute();
}

/** Forgets screens unseen since then. */
export async function forgetScreens(k: K, hall: number, before: number): Promise<void> {
	await k.deleteFrom('screen_seen').where('hall', '=', hall).where('seen_at', '<', before).execute();
}
