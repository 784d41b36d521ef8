import type { Conversation, TalkParts } from './conversation.ts';
import { compose, recover } from './escpos/compose.ts';
import type { Composed } from './escpos/compose.ts';
import type { PrinterModel } from './models/models.ts';
import type { SlipLine } from './slips/lines.ts';
import { composeStar, recoverStar } from './star/compose.ts';
import { StarTalk } from './star/talk.ts';
import { Talk } from './talk.ts';

/** A language of printers: how slips are written in it, and how one talks with a printer. */
export interface Language {
	compose(lines: readonly SlipLine[], model: PrinterModel): Composed;
	/** Back to the start of a line after a job that broke off; the torn slip is cut off. `broken`: bytes are missing. */
	recover(model: PrinterModel, broken: boolean): Uint8Array;
	talk(parts: TalkParts): Conversation;
}

const LANGUAGES: Record<PrinterModel['language'], Language> = {
	escpos: { compose: (lines, model) => compose(lines, model), recover, talk: (parts) => new Talk(parts) },
	star: {
		compose: (lines, model) => composeStar(lines, model),
		recover: recoverStar,
		talk: (parts) => new StarTalk(parts)
	}
};

/** The language of a model. */
export function languageOf({ language }: PrinterModel): Language {
	return LANGUAGES[language];
}
