/** What of a call is spoken, when, and how often. Pure; the sound itself comes from render.ts. */
import { BETWEEN_MS, fresh, linedUp, type Line } from '#display/voice/line.ts';
import type { Manner } from '#display/voice/phrase.ts';
import { folderOf, tongueOf } from '#display/voice/tongue.ts';
import type { Announcement } from '#server/realtime/events.ts';

/** A call that nobody heard within two minutes would only confuse: the window has gone on. */
export const SPEAK_WITHIN_MS = 120_000;

/** Once so much speech waits in a zone, each call is said once, so that the last is not late. */
const BUSY_MS = 20_000;

/** The voice policy of the hall file, for one zone. */
export interface VoicePolicy {
	repeat: number;
	languages: readonly string[];
	/** 1 is the voice's own speed */
	rate: number;
	/** times of the day without speech, minutes since local midnight, `to` not included */
	quiet: readonly { from: number; to: number }[];
	/** from each minute of the day on, in per cent; in the order of the day */
	volume: readonly { at: number; percent: number }[];
	/** where one speaker serves several zones: the higher is said first */
	priority: number;
}

/** What a zone says of its own voice; null where it is as the hall. */
export type ZoneVoicePolicy = { readonly [K in keyof VoicePolicy]: VoicePolicy[K] | null };

/** How the hall speaks, and what a zone does otherwise. */
export function policyOf(hall: Omit<VoicePolicy, 'priority'>, zone: ZoneVoicePolicy | undefined): VoicePolicy {
	const own = Object.entries(zone ?? {}).filter(([, value]) => value !== null);
	return { ...hall, priority: 0, ...(Object.fromEntries(own) as Partial<VoicePolicy>) };
}

/** How loud calls are at this minute of the local day, 0 to 1; before the first time it is as after the last. */
export function volumeAt({ volume }: Pick<VoicePolicy, 'volume'>, minuteOfDay: number): number {
	const set = volume.findLast(({ at }) => at <= minuteOfDay) ?? volume.at(-1);
	return set ? set.percent / 100 : 1;
}

/** Whether the hall is to be silent at this minute of its local day. */
export function isQuiet(policy: VoicePolicy, minuteOfDay: number): boolean {
	return policy.quiet.some(({ from, to }) => minuteOfDay >= from && minuteOfDay < to);
}

/** How a call is to be said when the zone's voice has `behindMs` of other calls before it. */
export function mannerOf(policy: VoicePolicy, behindMs: number): Manner {
	const langs = policy.languages.flatMap((tag) => tongueOf(tag) ?? []).map(folderOf);
	return { langs: [...new Set(langs)], times: behindMs >= BUSY_MS ? 1 : policy.repeat, rate: policy.rate };
}

/** When an announcement will be heard; `late` ones are dropped, because their time is over before their turn comes. */
export interface Turn {
	id: number;
	from: number;
	to: number;
	late: boolean;
}

/** The turns of a line whose voice is free at `freeAt`: one after the other, never two at once. */
export function turns(line: Line, freeAt: number): Turn[] {
	let free = freeAt;
	return line.map((one) => {
		const from = Math.max(free, one.at);
		const to = from + one.seconds * 1000;
		const late = from >= one.until;
		if (!late) free = to + BETWEEN_MS;
		return { id: one.id, from, to, late };
	});
}

/** What is known of a zone's voice: what was handed to it and until when that keeps it busy. */
export interface ZoneVoice {
	line: Line;
	freeAt: number;
}

export const SILENT: ZoneVoice = { line: [], freeAt: 0 };

/** How much speech is before a call that comes now, in milliseconds. */
export function behind(voice: ZoneVoice, now: number): number {
	const last = turns(voice.line, voice.freeAt).findLast((turn) => !turn.late);
	return Math.max(0, (last ? last.to : voice.freeAt) - now);
}

/** The zone's voice at `now`: without what has been heard or has gone stale. */
export function ahead(voice: ZoneVoice, now: number): ZoneVoice {
	const heard = turns(voice.line, voice.freeAt).filter((turn) => !turn.late && turn.to <= now);
	const left = voice.line.filter((one) => !heard.some((turn) => turn.id === one.id));
	return { line: fresh(left, now), freeAt: Math.max(voice.freeAt, ...heard.map((turn) => turn.to + BETWEEN_MS)) };
}

/** The zone's voice with one more announcement. */
export function announced(voice: ZoneVoice, one: Announcement, now: number): ZoneVoice {
	const { line, freeAt } = ahead(voice, now);
	return { line: linedUp(line, one), freeAt };
}
