import type { Kysely } from 'kysely';
import { getHall } from '#db/setup.ts';
import type { Tables } from '#db/schema.ts';

/** The hall file as it was last applied, byte for byte; null before the first. */
export async function exportHall(k: Kysely<Tables>, hall: number): Promise<string | null> {
	return (await getHall(k, hall)).file;
}
