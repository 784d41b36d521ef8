import { createHash, randomBytes } from 'node:crypto';
import { encodeText } from '#display/led/font.ts';
import type { Hall } from '../hall.ts';
import { refused, type Result, done } from '../result.ts';
import { barsText } from '../rules/broadcast.ts';
import type { Text } from '../views.ts';

/** What is told: as a page and the voice tell it, and as a board has room for. */
export interface BroadcastText {
	code: string | null;
	text: Text;
	short: Text;
	calm: boolean;
}

/** Boards of the smallest kind: eight Chinese characters, sixteen Latin letters. */
const SHORT = { zh: 8, en: 16 };

/** A prepared text of the hall file, or a free one that screens, boards and voice can all tell. */
export function textFor(
	hall: Hall,
	{ code, zh, en }: { code: string | null; zh: string; en: string }
): Result<BroadcastText> {
	if (code !== null) {
		const known = hall.setup.policies.incidents.broadcast.texts.find((one) => one.code === code);
		return known
			? done({ code, text: known.text, short: known.short, calm: known.calm })
			: refused('broadcast-unknown', code);
	}
	const text = { zh: zh.trim(), en: en.trim() };
	const bars = barsText(text);
	if (bars) return refused(bars.refusal, bars.detail);
	const { replaced } = encodeText(text.zh, 'gb2312', Number.POSITIVE_INFINITY);
	if (replaced.length > 0) return refused('broadcast-signs', replaced.join(' '));
	const short = { zh: [...text.zh].slice(0, SHORT.zh).join(''), en: text.en.slice(0, SHORT.en) };
	return done({ code: null, text, short, calm: false });
}

/** What the ledger keeps of a text: a hash that proves it and does not tell it. */
export function sealedText({ zh, en }: Text): { salt: string; hash: string } {
	const salt = randomBytes(16).toString('hex');
	return { salt, hash: createHash('sha256').update(`${salt}${zh}\n${en}`).digest('hex') };
}
