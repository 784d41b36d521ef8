import type { ScreenReport } from '../views.ts';
import type { GatewayOptions, HallSocket } from './gateway.ts';

const LONGEST_NAME = 64;
/** A line is one screen; a few names more are one that was called otherwise meanwhile, many are none. */
const MOST_NAMES = 4;
const MOST_BROKEN = 50;
const CHANNELS: readonly string[] = ['shown', 'spoken'];

/** A length in metres; what comes over the line is only said to be one. */
function metres(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 10_000 ? value : undefined;
}

/** A report as it should be, whatever came; null for what is none. */
function readReport(told: unknown): ScreenReport | null {
	if (typeof told !== 'object' || told === null) return null;
	const { sight, broken } = told as Partial<Record<keyof ScreenReport, unknown>>;
	const given = Object(sight) as { readable?: unknown; farthest?: unknown };
	const [readable, farthest] = [metres(given.readable), metres(given.farthest)];
	const files = Array.isArray(broken) ? broken.filter((file) => typeof file === 'string') : [];
	return {
		sight: readable === undefined || farthest === undefined ? null : { readable, farthest },
		broken: files.slice(0, MOST_BROKEN).map((file) => file.slice(0, 120))
	};
}

/** The name that a screen gives itself, cut to its length; undefined for no name, for another's, and for a line that has given too many. */
export function screenNamed(socket: HallSocket, device: unknown): string | undefined {
	const own = socket.data.who.device;
	if (typeof device !== 'string' || (own !== undefined && own !== device)) return undefined;
	const name = device.slice(0, LONGEST_NAME);
	const names = (socket.data.names ??= []);
	if (names.includes(name)) return name;
	if (names.length >= MOST_NAMES) return undefined;
	names.push(name);
	return name;
}

/** What screens tell of themselves and of broadcasts; only those that have said what part of the hall they show are heard. */
export function hearScreens(socket: HallSocket, watched: () => Promise<unknown>, options: GatewayOptions): void {
	const whenKnown = (act: () => void): void => {
		void watched().then(() => {
			if (socket.data.zone !== undefined) act();
		});
	};
	socket.on('screen:told', (device, told) => {
		const report = readReport(told);
		const name = screenNamed(socket, device);
		if (name === undefined || !report) return;
		whenKnown(() => options.onTold(socket, name, report));
	});
	socket.on('broadcast:received', (broadcast, device, channel) => {
		const name = screenNamed(socket, device);
		if (!Number.isSafeInteger(broadcast) || name === undefined || !CHANNELS.includes(channel)) return;
		whenKnown(() => options.onBroadcastReceived({ broadcast, device: name, channel }));
	});
}
