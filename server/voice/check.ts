import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { examined, isUnusable } from '#display/voice/check.ts';
import { clipText, packClips } from '#display/voice/phrase.ts';
import { folderOf, tongueOf } from '#display/voice/tongue.ts';
import { LANGS, STAFF_LANGS } from '#display/words/index.ts';
import type { VoiceFolder } from './view.ts';

/** A minute of studio sound; more is not a clip. */
const MOST_BYTES = 12 * 1024 * 1024;

/** What calls are made of; an alert may also be spoken by the pack or a program, in the language. */
const isOfCalls = (clip: string): boolean => !/^(broadcast-|drill)/.test(clip);

/** Looks at the recordings of one language or dialect; undefined for a folder whose name is none. Never rejects for what lies there. */
export async function checkFolder(voices: string, name: string): Promise<VoiceFolder | undefined> {
	const tongue = tongueOf(name);
	if (!tongue || folderOf(tongue) !== name) return undefined;
	const { lang } = tongue;
	const dialect = tongue.dialect !== null;
	const wanted = [...packClips(lang), 'chime'];
	const names = await namesIn(join(voices, name));
	const clips = names.filter((clip) => wanted.includes(clip));
	const files = await Promise.all(
		clips.map(async (clip) => ({ clip, bytes: await bytesOf(join(voices, name, `${clip}.wav`)) }))
	);
	return {
		folder: name,
		dialect,
		pack: STAFF_LANGS.some((one) => one === lang),
		clips: examined(files),
		missing: wanted
			.filter((clip) => !clips.includes(clip) && clip !== 'chime' && (!dialect || isOfCalls(clip)))
			.map((clip) => ({ clip, words: clipText(lang, clip) })),
		unknown: names.filter((clip) => !wanted.includes(clip)),
		used: false
	};
}

/** Looks at every folder of a hall's own recordings: the languages first, then the dialects. */
export async function checkVoices(voices: string): Promise<VoiceFolder[]> {
	const found = await readdir(voices).catch(() => []);
	const dialects = found.filter((name) => !LANGS.some((lang) => lang === name)).toSorted();
	const folders: VoiceFolder[] = [];
	// One after the other: a folder of recordings at a time is enough to hold.
	for (const name of [...LANGS, ...dialects]) {
		const one = await checkFolder(voices, name);
		if (one) folders.push(one);
	}
	return folders;
}

/** Whether something has to be done: a clip that cannot be used, or a dialect that is not whole. */
export function isFaulty({ clips, missing, dialect }: VoiceFolder): boolean {
	return clips.some(isUnusable) || (dialect && missing.length > 0);
}

async function namesIn(folder: string): Promise<string[]> {
	const files = await readdir(folder).catch(() => []);
	return files
		.filter((file) => file.endsWith('.wav'))
		.map((file) => file.slice(0, -4))
		.toSorted();
}

async function bytesOf(path: string): Promise<Uint8Array> {
	const none = new Uint8Array();
	// It may have been taken away since the folder was read, or may point nowhere.
	const facts = await stat(path).catch(() => null);
	return facts?.isFile() && facts.size <= MOST_BYTES ? readFile(path).catch(() => none) : none;
}
