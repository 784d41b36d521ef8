import type { Hall } from '../hall.ts';
import { defaultKiosk } from '../tickets/kiosk.ts';
import type { SpeechView } from '../views/speech.ts';
import type { Speech } from './speech.ts';

/** The kiosk of that code; undefined for one that is not there. A hall without kiosks in its file has one all the same. */
export function speakingKiosk(hall: Hall, device: string): string | undefined {
	return hall.setup.kiosks.has(device) || device === defaultKiosk(hall) ? device : undefined;
}

/** What the voice of a kiosk can do, and what the keys of its keypad do. */
export async function speechView(hall: Hall, device: string, speech: Speech): Promise<SpeechView> {
	const entry = hall.setup.kiosks.get(device);
	return { speaks: await speech.speaks(), private: entry?.sound.private ?? false, keys: entry?.keys ?? {} };
}
