/** What a screen does by the time of day, and to keep its glass: theme, night, small moves, what stands beside the calls. Pure. */
import type { BoardView, Medium, ScreenSetup } from '#server/views.ts';

/** The wall clock of the hall. */
export interface LocalTime {
	/** YYYY-MM-DD */
	day: string;
	weekday: string;
	/** minutes since midnight */
	minute: number;
}

/** The hall's wall clock at a moment. */
export function localTime(at: number, timeZone: string): LocalTime {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
		weekday: 'long',
		hourCycle: 'h23'
	}).formatToParts(at);
	const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
	return {
		day: `${part('year')}-${part('month')}-${part('day')}`,
		weekday: part('weekday').toLowerCase(),
		minute: Number(part('hour')) * 60 + Number(part('minute'))
	};
}

type Spans = readonly { from: number; to: number }[];

const within = (spans: Spans, minute: number): boolean => spans.some(({ from, to }) => minute >= from && minute < to);

/** Dark or light at this time of day. */
export function themeAt(setup: Pick<ScreenSetup, 'theme' | 'daylight'>, minute: number): 'dark' | 'light' {
	if (setup.theme !== 'day') return setup.theme;
	return within(setup.daylight, minute) ? 'light' : 'dark';
}

/** What should stand beside the calls now: files that can be shown, on their days and at their times. */
export function playing(media: readonly Medium[], { day, weekday, minute }: LocalTime): Medium[] {
	return media.filter(
		(one) =>
			one.fault === null &&
			(one.days === null || one.days.some((name) => name === weekday)) &&
			(one.times.length === 0 || within(one.times, minute)) &&
			(one.from === null || one.from <= day) &&
			(one.until === null || day <= one.until)
	);
}

/** A screen goes dark so long after the last call. */
const LATE_CALL_MS = 15 * 60_000;

/** Whether it is night for a screen: by the hall file, and nobody is called or served any more. */
export function isNight(
	night: Spans,
	view: Pick<BoardView, 'calls' | 'windows'>,
	now: number,
	minute: number
): boolean {
	if (!within(night, minute)) return false;
	if (view.windows.some((window) => window.state !== 'closed')) return false;
	return view.calls.every((call) => now - call.at > LATE_CALL_MS);
}

/** Once a minute and a half the whole picture moves by two hundredths of its unit: no edge burns into the glass. */
const MOVE_MS = 90_000;
const REACH = 3;
/** Around the middle, so that no pixel has the same place for long. */
const WAY = [
	[0, 0],
	[1, 0],
	[1, 1],
	[0, 1],
	[-1, 1],
	[-1, 0],
	[-1, -1],
	[0, -1],
	[1, -1]
] as const;

/** By how many units of --s the picture stands beside its middle at a moment. */
export function shiftAt(now: number): { x: number; y: number } {
	const [x, y] = WAY[Math.floor(now / MOVE_MS) % WAY.length] ?? WAY[0];
	return { x: x * REACH, y: y * REACH };
}

/** Where the clock of a dark screen stands at a moment, in hundredths of the screen: another place each minute. */
export function nightPlace(now: number): { x: number; y: number } {
	const minute = Math.floor(now / 60_000);
	return { x: 10 + ((minute * 37) % 60), y: 10 + ((minute * 53) % 70) };
}
