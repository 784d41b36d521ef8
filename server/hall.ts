import type { Kysely } from 'kysely';
import type { Tx } from '#db/group.ts';
import type { Database } from '#db/open.ts';
import type { Tables } from '#db/schema.ts';
import type { Clock } from './clock.ts';
import type { Cards } from './identity/cards.ts';
import type { Identities } from './limits/identities.ts';
import type { Tries } from './limits/tries.ts';
import type { Base } from './knowledge/base.ts';
import type { Seals } from './personal/seals.ts';
import type { Setup } from './setup/hall.ts';
import type { Waits } from './waits/waits.ts';
import type { Counters } from './windows/counters.ts';

/** What every verb and view works on: one hall, its storage, its clock, its rules as applied. */
export interface Hall {
	readonly id: number;
	readonly clock: Clock;
	readonly database: Database;
	/** what is committed, for views */
	readonly read: Kysely<Tables>;
	/** the hall file as it was last applied; replaced whole by the next one */
	setup: Setup;
	/** which windows are open and who sits there, kept at hand */
	readonly counters: Counters;
	/** how the queues flow today, what they have learnt, and what was told; kept at hand */
	readonly waits: Waits;
	/** what can be searched; kept at hand from the first search on */
	readonly knowledge: Base;
	/** where visitors reach this server, for the QR on the slip: `http://10.0.0.5:3000` */
	readonly origin: string;
	/** the folder beside the database: keys, and what is laid out for outsiders */
	readonly dataDir: string;
	/** tells one visitor from another where an item asks for it, without keeping who it is */
	readonly identities: Identities;
	/** seals what is known of persons, with a key that is no part of the database */
	readonly seals: Seals;
	/** numbers that card readers have read, until they are used */
	readonly cards: Cards;
	/** who has guessed wrong lately */
	readonly tries: Tries;
	/** one transaction; see db/group.ts */
	write<T>(wish: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The service day that the hall's clock shows. */
export function today(hall: Hall): string {
	return hall.setup.day(hall.clock.now());
}
