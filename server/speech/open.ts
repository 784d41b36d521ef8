import { join } from 'node:path';
import { Shelf } from '../calls/shelf.ts';
import { espeak } from '../calls/speak.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { Speech } from './speech.ts';

/** Some thousand sentences: the words of all kiosk pages, items and departments included, in every language. */
const SHELF_BYTES = 200 * 1024 * 1024;

/** The voice of the kiosks: the speaking program, and a shelf for what is the same for everybody. */
export function openSpeech(config: Config, clock: Clock): Speech {
	const shelf = new Shelf(join(config.dataDir, 'speech'), SHELF_BYTES, () => clock.now());
	return new Speech({ speak: espeak(), shelf, clock });
}
