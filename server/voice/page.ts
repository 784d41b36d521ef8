import { folderOf, tongueOf } from '#display/voice/tongue.ts';
import { policyOf } from '../calls/announce.ts';
import type { Rendered } from '../calls/render.ts';
import type { Hall } from '../hall.ts';
import type { Voices } from '../realtime/voices.ts';
import { checkVoices } from './check.ts';
import { SAMPLES } from './samples.ts';
import type { VoicesView } from './view.ts';

/** What the page of voices draws. */
export async function voicesView(hall: Hall, { folders }: Pick<Voices, 'folders'>): Promise<VoicesView> {
	const zones = [...hall.setup.zones.values()].map(({ code, name, voice }) => ({
		code,
		name,
		languages: [...policyOf(hall.setup.policies.voice, voice).languages]
	}));
	const used = new Set(zones.flatMap(({ languages }) => languages.flatMap((tag) => tongueOf(tag) ?? []).map(folderOf)));
	const found = await checkVoices(folders[0]);
	return { zones, folders: found.map((one) => ({ ...one, used: used.has(one.folder) })) };
}

/** One of the samples as a sound on this server; undefined for a tongue or a sample that there is not. */
export async function renderSample(
	{ renderer }: Pick<Voices, 'renderer'>,
	tag: string,
	index: number
): Promise<Rendered | undefined> {
	const tongue = tongueOf(tag);
	const call = SAMPLES[index];
	return tongue && call && renderer.render(call, { langs: [folderOf(tongue)], times: 1, rate: 1 });
}
