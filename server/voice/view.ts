/** The page of voices: which recordings a hall has, what is wrong with them, and samples to be heard. Types only. */
import type { ClipReport } from '#display/voice/check.ts';

/** The recordings of one language or dialect. */
export interface VoiceFolder {
	/** `zh-CN`, `yue` */
	folder: string;
	/** a dialect needs every clip, or its language is spoken; a language has the pack of this program behind it */
	dialect: boolean;
	/** this program has clips of the language */
	pack: boolean;
	/** recorded, with what is wrong */
	clips: ClipReport[];
	/** what nobody has recorded, with its words; null for a sound without words */
	missing: { clip: string; words: string | null }[];
	/** files that no announcement uses */
	unknown: string[];
	/** some zone is spoken to in it */
	used: boolean;
}

export interface VoicesView {
	folders: VoiceFolder[];
	/** zones, and in what each is spoken to */
	zones: { code: string; name: { zh: string; en: string }; languages: string[] }[];
}
