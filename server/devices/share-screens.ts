import { randomUUID } from 'node:crypto';
import type { ScreenSeenRow } from '#db/schema.ts';
import { forgetScreens, screenLeft, screensElsewhere, screenSeen } from '#db/screens-seen.ts';
import type { Hall } from '../hall.ts';
import { FORGOTTEN_MS, type Screens } from './screens.ts';
import type { ScreenView } from './view.ts';

/** What has changed is written, and what others have written is read, so often. */
const LOOK_MS = 3000;
/** What has not changed is written so often; a process that was silent for twice that is taken to have no screens any more. */
const BEAT_MS = 30_000;
const GONE_MS = 2 * BEAT_MS;

export interface Sharing {
	onChanged: () => void;
	onTrouble: (error: unknown) => void;
}

/**
 * Tells the other processes of a hall, by the database, which screens are here, and learns from them which are there: the one
 * that leads watches over all of them. What a screen said last stays with its own process.
 * @returns ends it; resolves when nothing is being written any more
 */
export function shareScreens(hall: Hall, screens: Screens, { onChanged, onTrouble }: Sharing): () => Promise<void> {
	const server = randomUUID();
	const told = new Map<string, { text: string; at: number }>();
	let elsewhere = '[]';
	const learn = async (now: number): Promise<void> => {
		const others = (await screensElsewhere(hall.read, hall.id, server)).map((row) => viewOf(row, now));
		screens.elsewhere(others);
		const text = JSON.stringify(others.map((one) => ({ ...one, lastSeen: one.connected ? 0 : one.lastSeen })));
		if (text !== elsewhere) onChanged();
		elsewhere = text;
	};
	let turn: Promise<void> = Promise.resolve();
	const look = (): void => {
		const now = hall.clock.now();
		turn = turn
			.then(() => tell(hall, { screens, server, told, now }))
			.then(() => learn(now))
			.catch((error: unknown) => {
				told.clear();
				onTrouble(error);
			});
	};
	const stop = hall.clock.every(LOOK_MS, look);
	return () => {
		stop();
		return turn;
	};
}

interface Telling {
	screens: Screens;
	server: string;
	/** what was written of each last, and when */
	told: Map<string, { text: string; at: number }>;
	now: number;
}

async function tell(hall: Hall, { screens, server, told, now }: Telling): Promise<void> {
	const rows = screens.here().flatMap((one) => {
		const row = { ...rowOf(one, now), hall: hall.id, server };
		const text = JSON.stringify({ ...row, seen_at: one.connected ? 0 : row.seen_at });
		const before = told.get(one.device);
		if (before?.text === text && (!one.connected || now - before.at < BEAT_MS)) return [];
		told.set(one.device, { text, at: now });
		return [row];
	});
	if (rows.length === 0) return;
	await hall.write(async ({ k }) => {
		for (const row of rows) await (row.connected === 1 ? screenSeen(k, row) : screenLeft(k, row));
		await forgetScreens(k, hall.id, now - FORGOTTEN_MS);
	});
}

function rowOf({ device, zone, connected, ...one }: ScreenView, now: number): Omit<ScreenSeenRow, 'hall' | 'server'> {
	return {
		...{ device, zone, connected: connected ? 1 : 0, sound: one.sound },
		...{ sight: one.sight && JSON.stringify(one.sight), broken: JSON.stringify(one.broken) },
		seen_at: connected ? now : one.lastSeen
	};
}

function viewOf({ device, zone, connected, sound, sight, broken, seen_at }: ScreenSeenRow, now: number): ScreenView {
	return {
		...{ device, zone, sound, lastSpoken: null, lastSeen: seen_at },
		connected: connected === 1 && now - seen_at < GONE_MS,
		sight: sight === null ? null : (JSON.parse(sight) as ScreenView['sight']),
		broken: JSON.parse(broken) as string[]
	};
}
