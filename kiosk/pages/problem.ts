import type { Problem } from '#display/ask.ts';
import type { Words } from '#display/words/index.ts';

/** Why no number came, with the moment or the day where the refusal names one. */
export function problemWords(t: Words, { code, detail }: Problem): string {
	if (code === 'offline') return t.kiosk.answerLost;
	const { visitor } = t.refusals[code];
	if (detail === '') return visitor;
	if (code === 'appointment-too-early') return `${visitor} ${t.arrival.from({ time: detail })}`;
	if (code === 'appointment-other-day') return `${visitor} ${t.arrival.forDay({ day: detail })}`;
	return visitor;
}
