import type { Announcement } from '#server/realtime/events.ts';
import { ahead, announced, behind, isQuiet, mannerOf, SILENT, SPEAK_WITHIN_MS, volumeAt } from './announce.ts';
import type { VoicePolicy, ZoneVoice } from './announce.ts';
import type { CallToSay, Renderer } from './render.ts';

/** A call as it was committed. */
export interface CommittedCall extends CallToSay {
	id: number;
	zone: string;
	/** milliseconds since 1970 */
	at: number;
}

export interface VoiceOptions {
	renderer: Renderer;
	/** as the hall file says now of a zone */
	policy: (zone: string) => VoicePolicy;
	/** milliseconds since 1970 */
	now: () => number;
	/** minutes since midnight on the hall's clock */
	minuteOfDay: (at: number) => number;
	/** the address of a clip on this server */
	address: (name: string) => string;
}

export interface HallVoice {
	/** What the zone's speakers are to play; null in quiet hours. Rejects when no sound could be made. In the order of the calls. */
	announce(call: CommittedCall): Promise<Announcement | null>;
	/** What a zone's speakers may still have to say, first first: for a screen that has just come. */
	pending(zone: string): readonly Announcement[];
}

/** The voice of a hall: one line a zone. */
export function createVoice({ renderer, policy, now, minuteOfDay, address }: VoiceOptions): HallVoice {
	const zones = new Map<string, ZoneVoice>();
	const tails = new Map<string, Promise<unknown>>();

	async function say(call: CommittedCall): Promise<Announcement | null> {
		const rules = policy(call.zone);
		const minute = minuteOfDay(call.at);
		if (isQuiet(rules, minute)) return null;
		const zone = zones.get(call.zone) ?? SILENT;
		const rendered = await renderer.render(call, mannerOf(rules, behind(zone, now())));
		if (!rendered.ok) throw new Error(rendered.why);
		const { id, at } = call;
		const said = { text: rendered.text, audio: address(rendered.name), seconds: rendered.seconds };
		const loud = { volume: volumeAt(rules, minute), priority: rules.priority };
		const one = { id, zone: call.zone, ...said, ...loud, at, until: at + SPEAK_WITHIN_MS };
		zones.set(call.zone, announced(zone, one, now()));
		return one;
	}

	return {
		async announce(call) {
			const before = tails.get(call.zone) ?? Promise.resolve();
			const mine = before.then(() => say(call));
			// The next call is said whatever became of this one.
			tails.set(
				call.zone,
				mine.catch(() => null)
			);
			return mine;
		},
		pending: (zone) => ahead(zones.get(zone) ?? SILENT, now()).line
	};
}
