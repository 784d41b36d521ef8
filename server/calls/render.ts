import { createHash } from 'node:crypto';
import {
	alert,
	announcement,
	clipText,
	tonguesOf,
	type Alert,
	type AlertPiece,
	type ClipPiece,
	type Call,
	type Manner
} from '#display/voice/phrase.ts';
import { siren } from '#display/voice/siren.ts';
import { joined, RATE, silence } from '#display/voice/sound.ts';
import { writeWav, type Sound } from '#display/voice/wav.ts';
import { textIn, words, type Lang } from '#display/words/index.ts';
import type { Text } from '#server/views.ts';
import type { Clip, Clips, Log } from './clips.ts';
import type { Shelf } from './shelf.ts';

/** A call with its window's name, for the written text. */
export interface CallToSay extends Call {
	windowName: Text;
}

export type Rendered =
	| {
			ok: true;
			/** file name of the WAV; the same words from the same clips have the same name */
			name: string;
			seconds: number;
			/** what is said, in every language that is spoken */
			text: string;
			/** clips that no file and no program had: they are not in the sound */
			missing: string[];
			/** how long it took, milliseconds */
			tookMs: number;
	  }
	/** the sound could not be stored */
	| { ok: false; text: string; why: string };

export interface RendererOptions {
	clips: Clips;
	shelf: Shelf;
	log: Log;
	/** milliseconds, for the measured time only */
	now: () => number;
}

export interface Renderer {
	/** One call as one clip. The same call asked for twice at once is rendered once. */
	render(call: CallToSay, manner: Manner): Promise<Rendered>;
	/** An emergency broadcast, once: whoever plays it plays it again and again. */
	renderAlert(told: Alert, manner: Omit<Manner, 'times'>): Promise<Rendered>;
}

type Part = { pauseMs: number } | { siren: true } | { key: string; clip: Clip | null };

const HEADER_BYTES = 44;
const BYTES_A_SECOND = RATE * 2;

function keyOf({ lang, dialect, clip }: ClipPiece): string {
	return `${dialect ?? lang}/${clip}`;
}

function nameOf(parts: readonly Part[]): string {
	const facts = parts.map((part) => ('key' in part ? (part.clip?.identity ?? null) : Object.entries(part).flat()));
	return `${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)}.wav`;
}

function soundOf(parts: readonly Part[]): Sound {
	const sounds = parts.flatMap((part) => {
		if ('pauseMs' in part) return [silence(part.pauseMs, RATE)];
		if ('siren' in part) return [siren()];
		return part.clip ? [part.clip.sound] : [];
	});
	return joined(sounds, RATE);
}

/** The languages of a manner, each once: a dialect is written as its language. */
function languagesOf(manner: Pick<Manner, 'langs'>): Lang[] {
	return [...new Set(tonguesOf(manner).map(({ lang }) => lang))];
}

/** What is said of a call, written down: in every language that is spoken. */
export function textOf(call: Pick<CallToSay, 'number' | 'windowName'>, { langs }: Pick<Manner, 'langs'>): string {
	const said = languagesOf({ langs }).map((lang) =>
		words(lang).voice.announced({ number: call.number, window: textIn(lang, call.windowName) })
	);
	return said.join(' · ');
}

async function partsOf(pieces: readonly AlertPiece[], clips: Clips, rate: number): Promise<Part[]> {
	const found = new Map<string, Promise<Clip | null>>();
	return Promise.all(
		pieces.map(async (piece): Promise<Part> => {
			if (!('clip' in piece)) return piece;
			const key = keyOf(piece);
			// The chime is music: it keeps its speed.
			const speed = (piece.text ?? clipText(piece.lang, piece.clip)) === null ? 1 : rate;
			const clip = found.get(key) ?? clips.find(piece, speed);
			found.set(key, clip);
			return { key, clip: await clip };
		})
	);
}

/** The clips that nobody has, each once. */
function missingOf(parts: readonly Part[]): string[] {
	return [...new Set(parts.flatMap((part) => ('key' in part && !part.clip ? [part.key] : [])))];
}

/** Puts the sound on the shelf, unless it lies there; its bytes. */
async function stored(shelf: Shelf, name: string, parts: readonly Part[]): Promise<number> {
	const size = await shelf.size(name);
	if (size !== null) return size;
	const bytes = writeWav(soundOf(parts));
	await shelf.put(name, bytes);
	return bytes.length;
}

/**
 * The same manner without the dialects that lack a clip of this call: their language stands in for the whole sentence. A
 * word of another voice amid a sentence would be heard as a fault. A language that is said anyway is not said twice.
 */
async function speakable(
	call: CallToSay,
	manner: Manner,
	{ clips, log }: Pick<RendererOptions, 'clips' | 'log'>
): Promise<Manner> {
	const langs = await Promise.all(
		tonguesOf(manner).map(async ({ lang, dialect }) => {
			if (dialect === null) return lang;
			const pieces = announcement(call, { langs: [dialect], times: 1, rate: manner.rate });
			const missing = missingOf(await partsOf(pieces, clips, manner.rate));
			if (missing.length === 0) return dialect;
			log.warn({ dialect, missing }, 'a dialect lacks clips of this call; its language is spoken');
			return lang;
		})
	);
	return { ...manner, langs: [...new Set(langs)] };
}

/** Joins clips to announcements and keeps them on the shelf. */
export function createRenderer({ clips, shelf, log, now }: RendererOptions): Renderer {
	const inWork = new Map<string, Promise<number>>();

	async function once(name: string, parts: readonly Part[]): Promise<number> {
		const running = inWork.get(name) ?? stored(shelf, name, parts).finally(() => inWork.delete(name));
		inWork.set(name, running);
		return running;
	}

	async function rendered(pieces: readonly AlertPiece[], text: string, rate: number): Promise<Rendered> {
		const from = now();
		const parts = await partsOf(pieces, clips, rate);
		const missing = missingOf(parts);
		if (missing.length > 0) log.warn({ text, missing }, 'said without the parts that no voice has');
		const name = nameOf(parts);
		try {
			const bytes = await once(name, parts);
			const seconds = (bytes - HEADER_BYTES) / BYTES_A_SECOND;
			return { ok: true, name, seconds, text, missing, tookMs: now() - from };
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			log.warn({ text, why }, 'an announcement could not be stored');
			return { ok: false, text, why };
		}
	}

	return {
		async render(call, wanted) {
			const manner = await speakable(call, wanted, { clips, log });
			return rendered(announcement(call, manner), textOf(call, manner), manner.rate);
		},
		renderAlert(told, manner) {
			const langs = languagesOf(manner);
			return rendered(alert(told, langs), told.texts[langs[0] ?? 'zh-CN'] ?? told.texts['zh-CN'] ?? '', manner.rate);
		}
	};
}
