import pg from 'pg';

/** Our number among the advisory locks of a database that others may share. */
const LOCK_SPACE = 0x6764;
const TRY_EVERY_MS = 2000;

/** One process of a hall drives its devices; this tells whether it is ours. */
export interface Lead {
	stop(): Promise<void>;
}

export interface LeadListener {
	gained(): void;
	lost(): void;
}

/**
 * Tries to become the one, and again whenever the other has gone: PostgreSQL frees the lock of a process that dies.
 * @param hall whose devices
 */
export function leadOnPostgres(url: string, hall: number, listener: LeadListener): Lead {
	let client: pg.Client | undefined;
	let held = false;
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;

	const lose = (): void => {
		client = undefined;
		if (held) listener.lost();
		held = false;
	};
	const attempt = async (): Promise<void> => {
		client ??= await connect(url, lose);
		const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [
			LOCK_SPACE,
			hall
		]);
		if (rows[0]?.got !== true || held) return;
		held = true;
		listener.gained();
	};
	const keepTrying = async (): Promise<void> => {
		if (!held) await attempt().catch(lose);
		if (!stopped) timer = setTimeout(() => void keepTrying(), TRY_EVERY_MS);
	};
	const first = keepTrying();
	return {
		async stop() {
			stopped = true;
			await first;
			clearTimeout(timer);
			await client?.end();
		}
	};
}

async function connect(url: string, onEnd: () => void): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', onEnd);
	client.on('end', onEnd);
	await client.connect();
	return client;
}
