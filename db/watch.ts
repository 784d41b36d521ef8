import pg from 'pg';

/** A channel all halls share; the payload is not used, whoever hears it reads what it has not seen. */
export const CHANNEL = 'guidedesk';
const RETRY_MS = 1000;

export interface Watch {
	stop(): Promise<void>;
}

/**
 * Hears NOTIFY on a connection of its own and comes back when the server was away;
 * after a break it calls once, because what was told meanwhile is lost.
 */
export async function watchPostgres(
	url: string,
	onChange: () => void,
	onTrouble: (error: Error) => void
): Promise<Watch> {
	let client: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;

	const again = (error: Error): void => {
		onTrouble(error);
		if (stopped) return;
		clearTimeout(timer);
		timer = setTimeout(() => void connect().catch(again), RETRY_MS);
	};
	const connect = async (): Promise<void> => {
		const next = new pg.Client({ connectionString: url });
		next.on('error', again);
		next.on('notification', onChange);
		await next.connect();
		await next.query(`listen ${CHANNEL}`);
		client = next;
		onChange();
	};
	await connect();
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await client?.end();
		}
	};
}
