import { join } from 'node:path';
import { unspokenSince } from '#db/calls.ts';
import { Clips } from '../calls/clips.ts';
import { mannerOf, policyOf, type VoicePolicy } from '../calls/announce.ts';
import { createRenderer, textOf, type Renderer } from '../calls/render.ts';
import { Shelf } from '../calls/shelf.ts';
import { espeak } from '../calls/speak.ts';
import { createVoice, type HallVoice } from '../calls/voice.ts';
import { callView } from '../calls/board.ts';
import { LANGS, langIn, textIn, type Lang } from '#display/words/index.ts';
import type { Config } from '../config.ts';
import { today, type Hall } from '../hall.ts';
import type { Logger } from '../log.ts';
import { minuteOf } from '../rules/day.ts';
import { openSpeech } from '../speech/open.ts';
import type { Speech } from '../speech/speech.ts';
import { windowName } from '../tickets/view.ts';
import type { BroadcastView } from '../views.ts';
import type { Announcement } from './events.ts';
import type { Io } from './gateway.ts';
import type { CalledLine } from './touched.ts';

/** Some eight hundred announcements; numbers and windows come again, and what was asked for last is kept longest. */
const SHELF_BYTES = 300 * 1024 * 1024;
/** That all is well is said so often, and then numbers are called again. */
const CALM_TIMES = 2;
/** Calls older than this are not spoken by a server that has just started. */
const CATCH_UP_MS = 30_000;

export interface Voices {
	shelf: Shelf;
	/** what the kiosks say */
	speech: Speech;
	/** folders of recordings: the hall's own, then the packs */
	folders: readonly [own: string, packs: string];
	renderer: Renderer;
	/** renders a call; null when there is nothing to be heard */
	announce(call: CalledLine): Promise<Announcement | null>;
	/** renders what is told to the whole hall; null when no sound could be made. Quiet hours are not for it. */
	alert(told: BroadcastView): Promise<BroadcastView['sound']>;
	/** what is said of a call, for the desk */
	said(call: Pick<CalledLine, 'number' | 'window' | 'zone'>): string;
	/** what a zone's screen that has just come may still have to say */
	pending(zone: string): readonly Announcement[];
	/** renders what was called and not spoken when the server stopped */
	catchUp(): Promise<void>;
}

/** The hall's voice: the hall's own recordings first, then the pack of this program, then the speaking program. */
export function openVoices(config: Config, hall: Hall, log: Logger): Voices {
	const shelf = new Shelf(join(config.dataDir, 'clips'), SHELF_BYTES, () => hall.clock.now());
	const folders: Voices['folders'] = [join(config.dataDir, 'voice'), join(config.root, 'display/voice/packs')];
	const clips = new Clips({ voices: folders, speak: espeak(), log });
	const renderer = createRenderer({ clips, shelf, log, now: () => hall.clock.now() });
	const address = (name: string): string => `/clips/${name}`;
	const policy = (zone: string): VoicePolicy => policyOf(hall.setup.policies.voice, hall.setup.zones.get(zone)?.voice);
	const voice: HallVoice = createVoice({
		...{ renderer, policy, address },
		now: () => hall.clock.now(),
		minuteOfDay: (at) => minuteOf(at, hall.setup.timeZone)
	});
	const announce = (call: CalledLine): Promise<Announcement | null> =>
		voice.announce({ ...call, windowName: windowName(hall, call.window) });
	return {
		...{ shelf, folders, renderer, announce },
		speech: openSpeech(config, hall.clock),
		async alert({ code, text, drill, calm }) {
			const { langs, rate } = mannerOf(policyOf(hall.setup.policies.voice, undefined), 0);
			const texts = writtenIn(text);
			const rendered = await renderer.renderAlert({ code, texts, drill, calm }, { langs, rate });
			if (!rendered.ok) return null;
			return { audio: address(rendered.name), seconds: rendered.seconds, times: calm ? CALM_TIMES : null };
		},
		said: ({ number, window, zone }) =>
			textOf({ number, windowName: windowName(hall, window) }, mannerOf(policy(zone), 0)),
		pending: (zone) => voice.pending(zone),
		async catchUp() {
			for (const zone of hall.setup.zones.keys()) {
				const at = hall.clock.now() - CATCH_UP_MS;
				const calls = await unspokenSince(hall.read, { hall: hall.id, day: today(hall), zone, at });
				for (const call of calls) await announce({ ...callView(hall, call), ticket: call.ticket, zone });
			}
		}
	};
}

/** A text in the languages it was written in. */
function writtenIn(text: BroadcastView['text']): Partial<Record<Lang, string>> {
	const own = LANGS.filter((lang) => langIn(lang, text) === lang);
	return Object.fromEntries(own.map((lang) => [lang, textIn(lang, text)]));
}

/** Renders calls one after the other, each told to the speakers of its zone. */
export async function announceTo(io: Io, voices: Voices, calls: readonly CalledLine[]): Promise<void> {
	for (const call of calls) {
		const announcement = await voices.announce(call);
		if (announcement) io.to(`zone:${call.zone}`).emit('call:announced', announcement);
	}
}
