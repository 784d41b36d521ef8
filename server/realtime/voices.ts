import { join } from 'node:path';
import { unspokenSince } from '#db/calls.ts';
import { Clips } from '../calls/clips.ts';
import { mannerOf, policyOf, type VoicePolicy } from '../calls/announce.ts';
import { createRenderer, textOf, type Renderer } from '../calls/render.ts';
import { Shelf } from '../calls/shelf.ts';
import { espeak } from '../calls/speak.ts';
import { createVoice, type HallVoice } from '../calls/voice.ts';
import { raiseAlarm } from '../alarms/raise.ts';
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
	/** renders calls one after the other, each told to the speakers of its zone */
	announceTo(io: Io, calls: readonly CalledLine[]): Promise<void>;
	/** renders what is told to the whole hall; null when no sound could be made. Quiet hours are not for it. */
	alert(told: BroadcastView): Promise<BroadcastView['sound']>;
	/** what is said of a call, for the desk */
	said(call: Pick<CalledLine, 'number' | 'window' | 'zone'>): string;
	/** what a zone's screen that has just come may still have to say */
	pending(zone: string): readonly Announcement[];
	/** the same with what was called and not spoken when the server stopped */
	catchUp(io: Io): Promise<void>;
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
	const announceTo: Voices['announceTo'] = (io, calls) => announceEach({ hall, log, announce }, io, calls);
	return {
		...{ shelf, folders, renderer, announceTo },
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
		async catchUp(io) {
			for (const zone of hall.setup.zones.keys()) await announceTo(io, await unspoken(hall, zone));
		}
	};
}

async function unspoken(hall: Hall, zone: string): Promise<CalledLine[]> {
	const at = hall.clock.now() - CATCH_UP_MS;
	const calls = await unspokenSince(hall.read, { hall: hall.id, day: today(hall), zone, at });
	return calls.map((call) => ({ ...callView(hall, call), ticket: call.ticket, zone }));
}

/** A text in the languages it was written in. */
function writtenIn(text: BroadcastView['text']): Partial<Record<Lang, string>> {
	const own = LANGS.filter((lang) => langIn(lang, text) === lang);
	return Object.fromEntries(own.map((lang) => [lang, textIn(lang, text)]));
}

interface Speaking {
	hall: Hall;
	log: Pick<Logger, 'error'>;
	/** null when there is nothing to be heard; rejects when no sound could be made */
	announce: (call: CalledLine) => Promise<Announcement | null>;
}

/** Never rejects: a call that cannot be said silences no other, and the desk is told to call it by mouth. */
export async function announceEach(
	{ hall, log, announce }: Speaking,
	io: Pick<Io, 'to'>,
	calls: readonly CalledLine[]
): Promise<void> {
	for (const call of calls) {
		try {
			const announcement = await announce(call);
			if (announcement) io.to(`zone:${call.zone}`).emit('call:announced', announcement);
		} catch (error) {
			log.error({ err: error, call: call.id }, 'a call could not be said');
			await tellDesk(hall, call).catch((err: unknown) => log.error({ err }, 'and the desk could not be told'));
		}
	}
}

function tellDesk(hall: Hall, { number, window, zone }: CalledLine): Promise<void> {
	const name = hall.setup.zones.get(zone)?.name ?? { zh: zone, en: zone };
	const about = { zh: name.zh, en: name.en, number, at: window };
	return hall.write((tx) => raiseAlarm(tx, hall, { kind: 'call-unspoken', key: zone, window: null, about }));
}
