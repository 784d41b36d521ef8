import { mannerOf, policyOf } from '../calls/announce.ts';
import { STAFF_LANGS, words } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import type { HallSocket } from '../realtime/gateway.ts';
import type { Touched } from '../realtime/touched.ts';
import type { Voices } from '../realtime/voices.ts';

/** Time enough for a speaker that is just saying something. */
const WORTH_MS = 30_000;

/**
 * Lets the screens that are to be tested say a sentence, after a chime: in the languages of the house, as far as somebody
 * can speak them. It is no call: none is shown, and no receipt of it is kept.
 */
export async function sayTests(
	hall: Hall,
	{ tested }: Pick<Touched, 'tested'>,
	{ voices, lineTo }: { voices: Pick<Voices, 'renderer'>; lineTo: (screen: string) => HallSocket | undefined }
): Promise<void> {
	for (const { id, kind, device } of tested) {
		const zone = hall.setup.screens.get(device)?.zone;
		const line = kind === 'screen' ? lineTo(device) : undefined;
		if (!line || !zone) continue;
		const policy = policyOf(hall.setup.policies.voice, hall.setup.zones.get(zone)?.voice);
		const { langs, rate } = mannerOf(policy, 0);
		const texts = Object.fromEntries(STAFF_LANGS.map((lang) => [lang, words(lang).watch.testSentence]));
		const sound = await voices.renderer.renderAlert({ code: null, texts, drill: false, calm: true }, { langs, rate });
		if (!sound.ok) continue;
		const at = hall.clock.now();
		const said = { audio: `/clips/${sound.name}`, seconds: sound.seconds, text: sound.text };
		line.emit('call:announced', { id, zone, ...said, volume: 1, priority: 0, at, until: at + WORTH_MS });
	}
}
